//! Small drawings beside words. They never stand alone, so screen readers pass over them.

use yew::prelude::*;

/// A drawing of 24 by 24 units, in lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Phone,
    Search,
    Check,
    Money,
    Person,
    House,
    Book,
    Heart,
    Briefcase,
    Ball,
    Talk,
    Printer,
    Share,
    Alert,
    Speaker,
    Pencil,
    Outside,
    List,
    Paper,
    Onward,
}

impl Icon {
    /// All of them, for the page that shows them.
    pub const ALL: [Self; 20] = [
        Self::Phone,
        Self::Search,
        Self::Check,
        Self::Money,
        Self::Person,
        Self::House,
        Self::Book,
        Self::Heart,
        Self::Briefcase,
        Self::Ball,
        Self::Talk,
        Self::Printer,
        Self::Share,
        Self::Alert,
        Self::Speaker,
        Self::Pencil,
        Self::Outside,
        Self::List,
        Self::Paper,
        Self::Onward,
    ];

    /// The drawing of a category, by its id; a list for one it does not know.
    pub fn of_category(id: &str) -> Self {
        match id {
            "income" => Self::Money,
            "children" => Self::Person,
            "housing" => Self::House,
            "education" => Self::Book,
            "health" => Self::Heart,
            "employment" => Self::Briefcase,
            "leisure" => Self::Ball,
            _ => Self::List,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Phone => {
                "M8 2h8a1.5 1.5 0 0 1 1.5 1.5v17A1.5 1.5 0 0 1 16 22H8a1.5 1.5 0 0 1-1.5-1.5v-17A1.5 1.5 0 0 1 8 2zM11 18.5h2"
            }
            Self::Search => "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5L21 21",
            Self::Check => "M4 12.5l5 5L20 6.5",
            Self::Money => {
                "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M15.5 8.5a4.3 4.3 0 1 0 0 7M7 11h5.5M7 13.3h5.5"
            }
            Self::Person => "M9 6.5a3 3 0 1 0 6 0a3 3 0 1 0-6 0M5.5 21v-3.5a6.5 6.5 0 0 1 13 0V21",
            Self::House => "M3 11.5L12 4l9 7.5M6 9.5V20h12V9.5M10 20v-6h4v6",
            Self::Book => {
                "M3 5h6.5a2.5 2.5 0 0 1 2.5 2.5V20a2.5 2.5 0 0 0-2.5-2.5H3zM21 5h-6.5A2.5 2.5 0 0 0 12 7.5V20a2.5 2.5 0 0 1 2.5-2.5H21z"
            }
            Self::Heart => {
                "M12 20.5C6 16.5 3 13 3 9a4.5 4.5 0 0 1 9-1.2a4.5 4.5 0 0 1 9 1.2c0 4-3 7.5-9 11.5z"
            }
            Self::Briefcase => "M3 8h18v11.5H3zM9 8V4.5h6V8M3 13h18",
            Self::Ball => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3v18",
            Self::Talk => "M4 5h16v11h-9l-5 4v-4H4z",
            Self::Printer => "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Share => "M12 15V4M8 7.5l4-4 4 4M5 12.5V20h14v-7.5",
            Self::Alert => "M12 4L2.5 20h19zM12 10v4.5M12 17v.5",
            Self::Speaker => "M4 10v4h4l5 4V6L8 10zM16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
            Self::Pencil => "M4 20l1-4.5L16 4.5 19.5 8l-11 11z",
            Self::Outside => "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
            Self::List => "M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5",
            Self::Paper => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Self::Onward => "M9 5l7 7-7 7",
        }
    }
}

/// A drawing.
pub fn icon(icon: Icon) -> Html {
    let class = if icon == Icon::Onward { "icon onward" } else { "icon" };
    html! {
        <svg {class} viewBox="0 0 24 24" aria-hidden="true"><path d={icon.path()} /></svg>
    }
}
