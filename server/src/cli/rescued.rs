//! `richiamo rescued`: what programs that were too old have handed over.

use std::collections::BTreeMap;

use app_domain::id::MemberId;
use clap::Args;

use super::{open_store, the_practice};
use crate::config::Config;
use crate::store::member::members;
use crate::store::rescued::{RescuedMutation, rescued_mutations};

const EXAMPLES: &str = "\
Examples:
  richiamo rescued                   how much was handed over, by whom, and when
  richiamo rescued --show            also what it says: it names patients

Nothing of it was carried out. Look at it with the person who typed it, and do again by hand what is still wanted.";

/// How much is told.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct RescuedArgs {
    /// Also print the records themselves, as the devices wrote them
    #[arg(long)]
    pub show: bool,
}

pub(super) async fn run(args: &RescuedArgs, config: &Config) -> anyhow::Result<()> {
    let store = open_store(config).await?;
    let practice = the_practice(&store).await?;
    let mut tx = store.db().begin_read().await?;
    let rescued = rescued_mutations(&mut tx, practice).await?;
    let people = members(&mut tx, practice).await?;
    tx.rollback().await?;
    let names: BTreeMap<MemberId, String> = people
        .into_iter()
        .map(|member| (member.id, member.name))
        .collect();
    let mut last = None;
    for one in &rescued {
        // The records of one outbox came together, or nearly.
        let heap = (one.member, one.client);
        if last.replace(heap) != Some(heap) {
            println!("{}", headline(one, &rescued, &names));
        }
        if args.show {
            println!("  {:>6}  {}", one.mid.0, one.record);
        }
    }
    println!("{} changes handed over", rescued.len());
    Ok(())
}

fn headline(one: &RescuedMutation, all: &[RescuedMutation], names: &BTreeMap<MemberId, String>) -> String {
    let count = all
        .iter()
        .filter(|other| (other.member, other.client) == (one.member, one.client))
        .count();
    let who = names.get(&one.member).map_or("?", String::as_str);
    let (when, role) = (one.at.civil(), one.role.code());
    format!(
        "{when}  {who} ({role})  {count} changes of outbox {}",
        one.client.0
    )
}
