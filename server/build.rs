//! Tells cargo that a new migration is a change, and for a release a newly built site: the macros that embed them see only
//! the files that they already know.

use std::fs;

fn main() {
    // The folder of the site is looked up while the server is compiled: a debug build that finds none never serves one,
    // however often the site is built later.
    if let Err(error) = fs::create_dir_all("../target/site") {
        println!("cargo:warning=the folder of the site cannot be made: {error}");
    }
    println!("cargo:rerun-if-changed=migrations");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../target/site/assets.json");
    }
}
