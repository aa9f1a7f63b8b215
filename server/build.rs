//! Tells cargo that a new migration is a change, and for a release a newly built site: the macros that embed them see only
//! the files that they already know.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../target/site/assets.json");
    }
}
