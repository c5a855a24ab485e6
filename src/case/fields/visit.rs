//! The walk through a case: what serde would write of it, beside the marks of its schema.
//!
//! A case is serialised into nothing but the fields that are asked for, so that the walk
//! knows every field that the model has, by the name the file knows it by.

use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Error;

use super::marked::Marked;
use crate::case::mark::{Holds, Mark};
use crate::case::narrative::Narrative;
use crate::diagnostics::{Pointer, Step};

/// A marked field of a case.
#[derive(Debug)]
pub struct Field {
    /// Where it stands: of a list, the entry.
    pub at: Pointer,
    /// What it holds, and who may see it.
    pub mark: &'static Mark,
    /// What is written there.
    pub written: Written,
}

/// How a field holds its text.
#[derive(Debug)]
pub enum Written {
    /// As a field that can hold a translation.
    Narrative(Narrative),
    /// As a field for one text.
    Plain(String),
}

/// Every field of a model that is written and holds what is asked for.
pub(super) fn visit(
    model: &impl Serialize,
    marked: &'static Marked,
    asked: fn(&Holds) -> bool,
) -> Vec<Field> {
    let mut walk = Walk {
        asked,
        at: Pointer::root(),
        found: Vec::new(),
    };
    walk.value(model, marked)
        .expect("a model is made of blocks, lists, texts, numbers and truths");
    walk.found
}

struct Walk {
    asked: fn(&Holds) -> bool,
    /// Where it is: one way, and not one for each of some thousand fields.
    at: Pointer,
    found: Vec<Field>,
}

impl Walk {
    fn value(
        &mut self,
        value: &(impl Serialize + ?Sized),
        marked: &'static Marked,
    ) -> Result<(), Error> {
        let narrative = marked.own.as_ref().filter(|_| marked.is_narrative());
        if let Some(mark) = narrative.filter(|mark| (self.asked)(&mark.holds)) {
            let written: Option<Narrative> = serde_json::from_value(serde_json::to_value(value)?)?;
            let written = written.map(Written::Narrative);
            self.found.extend(written.map(|written| Field {
                at: self.at.clone(),
                mark,
                written,
            }));
        }
        let walk = self;
        value.serialize(Spot { walk, marked })
    }

    /// A value one step further on.
    fn step(
        &mut self,
        step: Step,
        value: &(impl Serialize + ?Sized),
        marked: &'static Marked,
    ) -> Result<(), Error> {
        self.at.push(step);
        let walked = self.value(value, marked);
        self.at.pop();
        walked
    }

    fn text(&mut self, text: &str, mark: Option<&'static Mark>) {
        let mark = mark.filter(|mark| (self.asked)(&mark.holds));
        self.found.extend(mark.map(|mark| Field {
            at: self.at.clone(),
            mark,
            written: Written::Plain(text.to_owned()),
        }));
    }
}

/// A value where it stands.
struct Spot<'w> {
    walk: &'w mut Walk,
    marked: &'static Marked,
}

/// A list, its next entry, and how far it has come.
struct Entries<'w> {
    list: Spot<'w>,
    next: usize,
}

/// A block with keys of the writer's choice, and the key that was read last.
struct Keyed<'w> {
    block: Spot<'w>,
    key: String,
}

/// What holds neither words nor an id.
macro_rules! passed_over {
    ($($method:ident($($kind:ty),*))*) => {$(
        fn $method(self, $(_: $kind),*) -> Result<(), Error> {
            Ok(())
        }
    )*};
}

impl<'w> Serializer for Spot<'w> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Entries<'w>;
    type SerializeMap = Keyed<'w>;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeStructVariant = Impossible<(), Error>;

    passed_over! {
        serialize_bool(bool)
        serialize_i8(i8)
        serialize_i16(i16)
        serialize_i32(i32)
        serialize_i64(i64)
        serialize_u8(u8)
        serialize_u16(u16)
        serialize_u32(u32)
        serialize_u64(u64)
        serialize_f32(f32)
        serialize_f64(f64)
        serialize_char(char)
        serialize_bytes(&[u8])
        serialize_none()
        serialize_unit()
        serialize_unit_struct(&'static str)
        serialize_unit_variant(&'static str, u32, &'static str)
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if !self.marked.is_narrative() {
            self.walk.text(text, self.marked.own.as_ref());
        }
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'w>, Error> {
        Ok(Entries {
            list: self,
            next: 0,
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Keyed<'w>, Error> {
        let key = String::new();
        Ok(Keyed { block: self, key })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Error> {
        Ok(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(no_such())
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Error> {
        Err(no_such())
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Error> {
        Err(no_such())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(no_such())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(no_such())
    }
}

fn no_such() -> Error {
    Error::custom("the file has no such form")
}

impl SerializeSeq for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, entry: &T) -> Result<(), Error> {
        let Some(marked) = &self.list.marked.entries else {
            return Ok(());
        };
        let step = Step::Item(self.next);
        self.next += 1;
        self.list.walk.step(step, entry, marked)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl SerializeMap for Keyed<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key = serde_json::from_value(serde_json::to_value(key)?)?;
        let walk = &mut *self.block.walk;
        walk.at.push(Step::Key(self.key.clone().into()));
        walk.text(&self.key, self.block.marked.keys.as_ref());
        walk.at.pop();
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        let Some(marked) = &self.block.marked.entries else {
            return Ok(());
        };
        let step = Step::Key(self.key.clone().into());
        self.block.walk.step(step, value, marked)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}

impl SerializeStruct for Spot<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let Some(marked) = self.marked.field(name) else {
            return Ok(());
        };
        self.walk.step(Step::Key(name.into()), value, marked)
    }

    fn end(self) -> Result<(), Error> {
        Ok(())
    }
}
