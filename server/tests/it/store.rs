//! What the store promises, on both engines.

/// Makes a test for each engine of a function that takes a new database.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $name() {
                    super::$name($crate::store::database::Database::sqlite().await).await;
                }
            )+
        }
        mod postgres {
            $(
                #[tokio::test]
                async fn $name() {
                    super::$name($crate::store::database::Database::postgres().await).await;
                }
            )+
        }
    };
}
pub(crate) use on_both_engines;

mod consents;
pub mod database;
mod engine;
mod history;
mod log;
mod overlap;
mod payments;
mod rescued;
mod rows;
pub mod small_practice;
