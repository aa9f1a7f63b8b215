//! The colours of types of visit.

use app_domain::agenda::Colour;

/// The class of `style/ui/kind.css` that gives `--kind` its tone. Never alone: the word of the type is beside it.
pub const fn kind_class(colour: Colour) -> &'static str {
    match colour {
        Colour::Petrol => "kind--petrol",
        Colour::Blue => "kind--blue",
        Colour::Violet => "kind--violet",
        Colour::Rose => "kind--rose",
        Colour::Orange => "kind--orange",
        Colour::Ochre => "kind--ochre",
        Colour::Green => "kind--green",
        Colour::Grey => "kind--grey",
    }
}
