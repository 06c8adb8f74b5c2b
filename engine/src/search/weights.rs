//! How much each part of a score counts.

/// How much each part of a score counts. [`Weights::TUNED`] were set by `cargo run --release -p tests --bin tune`, on the judged
/// questions of the part `tuning` only; run it again when the catalogue or the parts have changed much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// The best passage of a product.
    pub passage: f32,
    /// All passages of a product together.
    pub together: f32,
    /// The best theme of a product.
    pub theme: f32,
    /// Its other themes that answer the question too.
    pub other_themes: f32,
    /// A theme that fits well says what somebody needs, one that shares a word says little: the power to which it is raised.
    pub theme_power: f32,
    /// The product's own texts and its themes together.
    pub pooled: f32,
    /// Its themes among those, next to its own texts.
    pub pooled_theme: f32,
    /// The organisation.
    pub organisation: f32,
    /// A better hit that names the product as one to look at too.
    pub related: f32,
    /// A better hit that shares a theme with it.
    pub kindred: f32,
    /// How much the product matters.
    pub importance: f32,
    /// A name, next to a phrase.
    pub name: f32,
    /// A summary, next to a phrase.
    pub summary: f32,
    /// What a passage scores that covers the question but says much more itself; 1 minus this is for covering the passage.
    pub coverage: f32,
    /// How much each place further down the list of a theme costs.
    pub place: f32,
    /// A product that its theme does not name first, next to one that it does.
    pub unnamed: f32,
    /// A need to which the lexicon leads, next to one that is named.
    pub lexicon: f32,
    /// A word in another language than the question seems to be in.
    pub other_language: f32,
}

impl Weights {
    /// The weights in use.
    pub const TUNED: Self = Self {
        passage: 0.512,
        together: 0.195,
        theme: 0.91,
        other_themes: 0.073,
        theme_power: 1.5,
        pooled: 0.2,
        pooled_theme: 0.9,
        organisation: 0.313,
        related: 0.22,
        kindred: 0.194,
        importance: 0.026,
        name: 1.15,
        summary: 0.451,
        coverage: 0.113,
        place: 0.039,
        unnamed: 0.342,
        lexicon: 0.85,
        other_language: 0.435,
    };

    /// Every weight by its name, to be changed.
    pub fn each(&mut self) -> [(&'static str, &mut f32); 18] {
        [
            ("passage", &mut self.passage),
            ("together", &mut self.together),
            ("theme", &mut self.theme),
            ("other_themes", &mut self.other_themes),
            ("theme_power", &mut self.theme_power),
            ("pooled", &mut self.pooled),
            ("pooled_theme", &mut self.pooled_theme),
            ("organisation", &mut self.organisation),
            ("related", &mut self.related),
            ("kindred", &mut self.kindred),
            ("importance", &mut self.importance),
            ("name", &mut self.name),
            ("summary", &mut self.summary),
            ("coverage", &mut self.coverage),
            ("place", &mut self.place),
            ("unnamed", &mut self.unnamed),
            ("lexicon", &mut self.lexicon),
            ("other_language", &mut self.other_language),
        ]
    }
}
