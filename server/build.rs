//! Tells cargo that a new migration is a change: the macro that embeds them sees only those it already knows.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
