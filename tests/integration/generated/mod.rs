//! A catalogue as it would be if many municipalities worked with it: the real one, with its local products repeated.
//!
//! It is made as a [`Catalogue`] and not as TOML files: 100,000 files are half a gigabyte of text, which would stand in memory
//! beside the catalogue and hide what the engine itself needs.

mod places;
mod random;
mod texts;

use std::collections::BTreeMap;

use engine::catalogue::{Catalogue, Id, Level, Organisation, OrganisationKind, Product};

use places::Municipality;
use random::Random;
use texts::{Corpus, Writer};

/// The real catalogue with its local products repeated for so many municipalities, in texts that vary, until there are this
/// many products. What is federal or Flemish stands in it once. The same numbers always give the same catalogue.
///
/// Where every municipality has a copy of every local product, more copies are told apart by their streets.
pub fn generated(products: usize, municipalities: usize) -> Catalogue {
    let mut catalogue = crate::catalogue();
    let local: Vec<Product> =
        catalogue.products.iter().filter(|product| product.level == Level::Local).cloned().collect();
    let layout = Layout {
        municipalities: places::municipalities(municipalities, &mut Random::new(1)),
        places: local.iter().zip(0..).map(|(product, at)| (product.id.clone(), at)).collect(),
        copies: products.saturating_sub(catalogue.products.len()),
    };
    let corpus = Corpus::of(&catalogue);
    let mut organisations: BTreeMap<Id<Organisation>, Organisation> = BTreeMap::new();
    for number in 0..layout.copies {
        let (of, round) = (number % local.len(), number / local.len());
        let mut product = local[of].clone();
        let municipality = layout.municipality(of, round);
        let mut writer =
            Writer { corpus: &corpus, municipality, street: None, random: Random::new(number as u64) };
        for id in [&mut product.organisation, &mut product.apply_at] {
            let organisation =
                catalogue.organisation(id.as_str()).expect("a product names a known organisation");
            if is_local(organisation) {
                *id = copy_of(id, municipality, 0);
                organisations.entry(id.clone()).or_insert_with(|| Organisation {
                    id: id.clone(),
                    name: texts::names(&writer, &organisation.name),
                    ..organisation.clone()
                });
            }
        }
        let again = round / layout.municipalities.len();
        product.id = copy_of(&product.id, municipality, again);
        for other in &mut product.related {
            *other = layout.in_the_same_place(other, municipality, of, round);
        }
        if again > 0 {
            writer.street = Some(places::street(&mut writer.random));
        }
        writer.write(&mut product);
        catalogue.products.push(product);
    }
    catalogue.organisations.extend(organisations.into_values());
    catalogue.organisations.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue.products.sort_by(|a, b| a.id.cmp(&b.id));
    catalogue
}

/// Which municipalities have a copy of which products.
struct Layout {
    municipalities: Vec<Municipality>,
    /// The place of each local product among them.
    places: BTreeMap<Id<Product>, usize>,
    /// How many copies there are of all products together.
    copies: usize,
}

/// How far apart the first copies of two products that follow each other are, so that few copies reach many municipalities.
const STEP: usize = 7;

impl Layout {
    /// The municipality of the copy of a product that is made in this round.
    fn municipality(&self, product: usize, round: usize) -> &Municipality {
        &self.municipalities[(round + product * STEP) % self.municipalities.len()]
    }

    /// The copy of another product in the same municipality, if there is one.
    fn in_the_same_place(
        &self,
        other: &Id<Product>,
        municipality: &Municipality,
        product: usize,
        round: usize,
    ) -> Id<Product> {
        let Some(place) = self.places.get(other).copied() else { return other.clone() };
        let all = self.municipalities.len();
        let here = (round + product * STEP) % all;
        // Solved for the round in which the other product comes to this municipality, this many times before.
        let first = (here + all - place * STEP % all) % all;
        let again = round / all;
        if (first + again * all) * self.places.len() + place < self.copies {
            copy_of(other, municipality, again)
        } else {
            other.clone()
        }
    }
}

/// Whether there is one of it in each municipality.
fn is_local(organisation: &Organisation) -> bool {
    organisation.kind == OrganisationKind::Local || organisation.id.as_str().contains(HERE)
}

/// The municipality of the real catalogue, in ids.
const HERE: &str = "kortrijk";

/// The id of a copy.
fn copy_of<T>(id: &Id<T>, municipality: &Municipality, again: usize) -> Id<T> {
    let id = id.as_str();
    let slug = &municipality.slug;
    let mut copy = if id.contains(HERE) { id.replace(HERE, slug) } else { format!("{id}-te-{slug}") };
    if again > 0 {
        copy = format!("{copy}-{}", again + 1);
    }
    Id::new(copy)
}
