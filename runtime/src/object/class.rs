//! Class objects: builtin ones made from their TypeInfo, and those that class statements build. C3 order, attribute
//! lookup through caches in each class, creation of instances.
use crate::call::Args;
use crate::error::{exc, PyErr, R};
use crate::iter::Iter;
use crate::object::attrs::Attrs;
use crate::object::class_cache::{Cache, Slot};
use crate::object::header::{Obj, Ref};
use crate::object::instance::Instance;
use crate::object::vtable::{AttrFn, ClassFn, SetAttrFn};
use crate::object::vtable::{Kinship, PyObject};
use crate::object::{generic, symbols as sym, types, Str, Sym, TypeInfo, Value};
use std::cell::{Cell, OnceCell, RefCell};

pub struct Class {
    name: RefCell<Str>,
    qualname: RefCell<Str>,
    module: RefCell<Value>,
    bases: Vec<Ref<Class>>,
    /// Linearisation, this class first.
    mro: RefCell<Vec<Ref<Class>>>,
    pub attrs: Attrs,
    /// The builtin type that lays out the instances; `OBJECT` for ordinary classes.
    pub info: &'static TypeInfo,
    /// True for the class object of `info` itself.
    builtin: bool,
    /// What the class object itself does differently (enums, named tuples), inherited by subclasses.
    meta: Option<&'static Meta>,
    /// The metaclass, when a class statement made it.
    pub metaclass: Option<Ref<Class>>,
    /// What the MRO holds.
    found: Cache,
    /// What `special` answers.
    specials: Cache,
    /// The bits of `hook`, once asked; 0: not known.
    hooks: Cell<u8>,
    /// How many attributes instances have had at most.
    pub(super) room: Cell<u8>,
    /// The classes that name this one among their bases, in the order of their class statements.
    derived: RefCell<Vec<Ref<Class>>>,
    /// This class for those who need not count it.
    own: OnceCell<&'static Ref<Class>>,
}

/// What instances of a class have to ask about before the quick ways apply.
pub mod hook {
    /// The others are known.
    pub const KNOWN: u8 = 1;
    /// Python code defines `__getattribute__`.
    pub const GETATTRIBUTE: u8 = 2;
    /// Python code defines `__setattr__`.
    pub const SETATTR: u8 = 4;
    /// Python code defines `__del__`.
    pub const DEL: u8 = 8;
    /// Instances have a `__dict__`.
    pub const OPEN: u8 = 16;
    /// `C()` makes a plain instance and calls its `__init__`, which Python code defines.
    pub const PLAIN: u8 = 32;
}

/// The parts of a class statement, evaluated.
pub struct Parts<'a> {
    pub name: &'a Str,
    pub qualname: &'a Str,
    pub module: Value,
    pub bases: Vec<Value>,
    pub attrs: Attrs,
    pub keywords: Args<'a>,
}

/// A metaclass of the runtime: how class statements build, and how the class object answers. None: as `type` does.
pub struct Meta {
    pub info: &'static TypeInfo,
    pub build: fn(Parts) -> R<Value>,
    pub call: Option<fn(&Ref<Class>, Args) -> R<Value>>,
    pub iter: Option<fn(&Ref<Class>) -> R<Iter>>,
    pub len: Option<fn(&Ref<Class>) -> R<usize>>,
    pub get_item: Option<fn(&Ref<Class>, &Value) -> R<Value>>,
    pub contains: Option<fn(&Ref<Class>, &Value) -> R<bool>>,
    pub repr: Option<fn(&Ref<Class>) -> R<Str>>,
    /// Wording of a missing class attribute.
    pub missing: Option<fn(&Ref<Class>, Sym) -> PyErr>,
    /// Asked before a class attribute is stored or deleted.
    pub guard: Option<fn(&Ref<Class>, Sym) -> R<()>>,
    /// `issubclass(other, class)`, and `isinstance` through the object's class.
    pub check: Option<fn(&Ref<Class>, &Ref<Class>) -> R<bool>>,
}

impl Meta {
    /// A metaclass that changes nothing, to start from.
    pub const fn plain(info: &'static TypeInfo) -> Meta {
        Meta {
            info,
            build: |parts| Class::build_plain(parts, None),
            call: None,
            iter: None,
            len: None,
            get_item: None,
            contains: None,
            repr: None,
            missing: None,
            guard: None,
            check: None,
        }
    }
}

thread_local! {
    // What these hold at first is a function, too: a null would let the linker call the other one directly.
    /// `C[key]` of a builtin class; set where Python code gets hold of one.
    pub(super) static ALIAS: Cell<fn(&Ref<Class>, &Value) -> R<Value>> =
        const { Cell::new(|class, _| Err(crate::object::attr::not_subscriptable(class))) };
    /// `C | other`; set where a program uses `|`.
    pub(super) static UNION: Cell<fn(&Value, &Value) -> R<Value>> =
        const { Cell::new(|_, _| Ok(Value::NotImplemented)) };
    /// Refuses to make instances of abstract classes; set by the first class that lists its abstract methods.
    static ADMIT: Cell<fn(&Ref<Class>) -> R<()>> = const { Cell::new(|_| Ok(())) };
    /// `Instance::with_payload`, for subclasses of builtin classes; set where Python code gets hold of one.
    pub(super) static DERIVE: Cell<fn(&Ref<Class>, Value) -> Value> = const { Cell::new(|_, payload| payload) };
    static BUILTIN: RefCell<Vec<(&'static TypeInfo, Ref<Class>)>> = const { RefCell::new(Vec::new()) };
    /// The runtime's metaclasses that the program names.
    static OFFERED: RefCell<Vec<&'static Meta>> = const { RefCell::new(Vec::new()) };
}

/// Makes a metaclass of the runtime known to `metaclass=`, and gives its class object.
pub fn offer(meta: &'static Meta) -> Value {
    OFFERED.with_borrow_mut(|all| all.push(meta));
    meta.info.value()
}

/// Called where Python code gets hold of a builtin class: it may derive from it or subscribe it.
pub fn hand_out() {
    ALIAS.set(crate::modules::typing::alias);
    DERIVE.set(|class, payload| Instance::with_payload(class, payload).value());
}

/// Empties the caches of all classes.
pub fn forget_lookups() {
    let all = BUILTIN.with_borrow(|all| all.clone());
    let mut held = Vec::new();
    for (_, class) in all {
        class.forget(None, &mut held);
    }
}

/// The class object of a builtin type.
pub fn builtin_class(info: &'static TypeInfo) -> Ref<Class> {
    let known = BUILTIN.with_borrow(|all| {
        all.iter()
            .find(|(i, _)| std::ptr::eq(*i, info))
            .map(|(_, c)| c.clone())
    });
    if let Some(class) = known {
        return class;
    }
    let bases: Vec<Ref<Class>> = info
        .base
        .iter()
        .chain(&info.second_base)
        .map(|base| base.class())
        .collect();
    let class = Ref::new(Class {
        name: RefCell::new(Str::fixed(info.name)),
        qualname: RefCell::new(Str::fixed(info.name)),
        module: RefCell::new(Value::from(Str::fixed(info.module))),
        mro: RefCell::new(Vec::new()),
        attrs: Attrs::new(),
        info,
        builtin: true,
        meta: None,
        metaclass: None,
        found: Cache::new(),
        specials: Cache::new(),
        hooks: Cell::new(0),
        room: Cell::new(0),
        derived: RefCell::new(Vec::new()),
        own: OnceCell::new(),
        bases,
    });
    let mut mro = vec![class.clone()];
    if let Some(base) = class.bases.first() {
        mro.extend(base.mro.borrow().iter().cloned());
    }
    if let Some(second) = class.bases.get(1) {
        // The classes that both bases share come last.
        let shared = |class: &Ref<Class>| second.mro.borrow().iter().any(|c| c.same(class));
        mro.retain(|class| !shared(class));
        mro.extend(second.mro.borrow().iter().cloned());
    }
    *class.mro.borrow_mut() = mro;
    BUILTIN.with_borrow_mut(|all| all.push((info, class.clone())));
    class
}

impl Class {
    pub fn name(&self) -> Str {
        self.name.borrow().clone()
    }
    pub fn qualname(&self) -> Str {
        self.qualname.borrow().clone()
    }
    pub fn module(&self) -> Value {
        self.module.borrow().clone()
    }
    pub fn bases(&self) -> &[Ref<Class>] {
        &self.bases
    }
    pub fn mro(&self) -> Vec<Ref<Class>> {
        self.mro.borrow().clone()
    }
    pub fn meta(&self) -> Option<&'static Meta> {
        self.meta
    }
    /// This class as a reference that nobody counts: no class dies, because each stands in its own MRO.
    pub(super) fn lasting(this: &Ref<Class>) -> &'static Ref<Class> {
        this.own.get_or_init(|| Box::leak(Box::new(this.clone())))
    }
    /// The classes that name this one among their bases.
    pub fn subclasses(&self) -> Vec<Ref<Class>> {
        self.derived.borrow().clone()
    }
    /// True for a builtin type's own class object.
    pub fn is_builtin(&self) -> bool {
        self.builtin
    }

    /// `<class 'module.name'>`.
    pub fn plain_repr(&self) -> Str {
        let module = self.module();
        let qualname = self.qualname();
        match module.as_str() {
            Some(module) if module.as_str() != "builtins" => Str::from(crate::join![
                "<class '",
                module.as_str(),
                ".",
                qualname.as_str(),
                "'>"
            ]),
            _ => Str::from(crate::join!["<class '", qualname.as_str(), "'>"]),
        }
    }

    /// Builds a class from its evaluated bases and namespace, through the metaclass when a base has one.
    pub fn build(
        name: &Str,
        qualname: &Str,
        module: Value,
        bases: Vec<Value>,
        attrs: Attrs,
        keywords: Args,
    ) -> R<Value> {
        let bases = bases
            .into_iter()
            .map(|b| crate::modules::typing::base_of(&b).unwrap_or(b))
            .collect();
        let parts = Parts {
            name,
            qualname,
            module,
            bases,
            attrs,
            keywords,
        };
        if let Some(at) = parts
            .keywords
            .names
            .iter()
            .position(|name| name.text() == "metaclass")
        {
            return Class::build_asked(parts, at);
        }
        let meta = parts
            .bases
            .iter()
            .find_map(|base| base.cast::<Class>().and_then(|class| class.meta));
        match meta {
            Some(meta) => (meta.build)(parts),
            None => Class::build_plain(parts, None),
        }
    }

    /// Builds a class whose keyword at `at` names its metaclass.
    fn build_asked(parts: Parts, at: usize) -> R<Value> {
        let asked = parts.keywords.values[at].clone();
        let id = asked.cast::<Class>().map_or(0, |class| class.info.id);
        let offered = OFFERED.with_borrow(|all| all.iter().find(|meta| meta.info.id == id).copied());
        let mut values = parts.keywords.values.to_vec();
        let mut names = parts.keywords.names.to_vec();
        values.remove(at);
        names.remove(at);
        let keywords = Args::named(&values, &names);
        let parts = Parts { keywords, ..parts };
        match super::metaclass::of_parts(&parts.bases, Some(&asked))? {
            Some(meta) => super::metaclass::call(&meta, parts),
            None => {
                if let Some(meta) = offered {
                    return (meta.build)(parts);
                }

                let Parts {
                    name,
                    qualname,
                    module,
                    bases,
                    attrs,
                    keywords,
                } = parts;
                Class::build(name, qualname, module, bases, attrs, keywords)
            }
        }
    }

    /// Builds a class as `type` does, and tells descriptors and the parent about it.
    pub fn build_plain(parts: Parts, meta: Option<&'static Meta>) -> R<Value> {
        Class::build_by(parts, meta, None)
    }

    fn build_by(parts: Parts, meta: Option<&'static Meta>, metaclass: Option<Ref<Class>>) -> R<Value> {
        let Parts {
            name,
            qualname,
            module,
            bases,
            attrs,
            keywords,
        } = parts;
        let mut classes = Vec::with_capacity(bases.len().max(1));
        for base in &bases {
            match base.cast::<Class>() {
                Some(class) if class.builtin && !class.info.subclassable => {
                    return Err(exc::TypeError.err(crate::join![
                        "type '",
                        class.name().as_str(),
                        "' is not an acceptable base type"
                    ]));
                }
                Some(class) => classes.push(class.clone()),
                None => return Err(exc::TypeError.err("bases must be types")),
            }
        }
        if classes.is_empty() {
            classes.push(types::OBJECT.class());
        }
        let info = layout(&classes)?;
        let class = Ref::new(Class {
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(qualname.clone()),
            module: RefCell::new(module),
            mro: RefCell::new(Vec::new()),
            attrs,
            info,
            builtin: false,
            meta: meta.or_else(|| classes.iter().find_map(|class| class.meta)),
            metaclass,
            found: Cache::new(),
            specials: Cache::new(),
            hooks: Cell::new(0),
            room: Cell::new(0),
            derived: RefCell::new(Vec::new()),
            own: OnceCell::new(),
            bases: classes,
        });
        bind_implicitly(&class);
        crate::object::slots::define(&class)?;
        let mro = linearise(&class)?;
        *class.mro.borrow_mut() = mro;
        for base in &class.bases {
            base.derived.borrow_mut().push(class.clone());
        }
        if class.attrs.get(sym::__eq__).is_some() && class.attrs.get(sym::__hash__).is_none() {
            class.attrs.set(sym::__hash__, Value::None);
        }
        for (attr, value) in class.attrs.entries() {
            if let Some(hook) = value.class().lookup(sym::__set_name__) {
                hook.call(&[value.clone(), class.value(), attr.value()])?;
            }
        }
        let parents = class.mro();
        if let Some(hook) = parents[1..]
            .iter()
            .find_map(|class| class.attrs.get(sym::__init_subclass__))
        {
            let hook = hook
                .cast::<crate::call::ClassMethod>()
                .map_or(hook.clone(), |m| m.function.clone());
            let mut values = vec![class.value()];
            values.extend_from_slice(keywords.values);
            hook.call_named(&values, keywords.names)?;
        } else if !keywords.values.is_empty() {
            return Err(exc::TypeError.err(crate::join![
                name.as_str(),
                ".__init_subclass__() takes no keyword arguments"
            ]));
        }
        Ok(class.value())
    }

    /// The attribute along the MRO, as stored (no binding).
    #[inline]
    pub fn lookup(&self, name: Sym) -> Option<Value> {
        Some(self.slot(name).value()).filter(|value| !value.is_unset())
    }

    /// The cache's entry for `name`; it holds until the class is asked for another name or changed.
    #[inline]
    pub(super) fn slot(&self, name: Sym) -> &'static Slot {
        match self.found.get(name) {
            Some(slot) => slot,
            None => self.fill(name),
        }
    }

    #[inline(never)]
    fn fill(&self, name: Sym) -> &'static Slot {
        let found = self.mro.borrow().iter().find_map(|class| class.own(name));
        self.found.fill(name, found)
    }

    /// The bits of `hook` for this class.
    #[inline]
    pub(super) fn hooks(&self) -> u8 {
        match self.hooks.get() {
            0 => self.find_hooks(),
            known => known,
        }
    }

    #[inline(never)]
    fn find_hooks(&self) -> u8 {
        let mut hooks = hook::KNOWN;
        let defined = [
            (sym::__getattribute__, hook::GETATTRIBUTE),
            (sym::__setattr__, hook::SETATTR),
            (sym::__del__, hook::DEL),
        ];
        for (name, bit) in defined {
            if self.special(name).is_some() {
                hooks |= bit;
            }
        }
        if crate::object::slots::has_dict(self) {
            hooks |= hook::OPEN;
        }
        if !self.builtin
            && std::ptr::eq(self.info, &types::OBJECT)
            && self
                .special(sym::__abstractmethods__)
                .is_none_or(|names| matches!(names.truth(), Ok(false)))
            && self.special(sym::__new__).is_none()
            && self.special(sym::__init__).is_some()
        {
            hooks |= hook::PLAIN;
        }
        self.hooks.set(hooks);
        hooks
    }

    /// Forgets what this class and those derived from it know of a name, or of all; the caller drops what they held.
    fn forget(&self, name: Option<Sym>, held: &mut Vec<Value>) {
        self.found.forget(name, held);
        self.specials.forget(name, held);
        if name.is_none_or(|name| name.text().starts_with("__")) {
            self.hooks.set(0);
        }
        for class in self.derived.borrow().iter() {
            class.forget(name, held);
        }
    }

    /// The attribute in the classes that follow `after` in this class's MRO (`super()`).
    pub fn lookup_after(&self, after: &Ref<Class>, name: Sym) -> Option<Value> {
        let mro = self.mro.borrow();
        let at = mro.iter().position(|class| class.same(after))?;
        let rest = &mro[at + 1..];
        match rest.first() {
            // C3 keeps the order of each base's own MRO: of this length it is the rest, and its cache answers.
            Some(next) if next.mro.borrow().len() == rest.len() => next.lookup(name),
            _ => rest.iter().find_map(|class| class.own(name)),
        }
    }

    /// This class's own attribute: its dict, or a builtin type's table.
    fn own(&self, name: Sym) -> Option<Value> {
        match self.attrs.get(name) {
            None if self.builtin => crate::object::attr::builtin_class_attr(self.info, name),
            found => found,
        }
    }

    /// True when a class between `self` and `base` (exclusive) along the MRO defines `name` in Python.
    pub fn overrides(&self, base: &Ref<Class>, name: Sym) -> bool {
        if self.builtin || !self.derives_from(base) {
            return false;
        }
        let mine = self.mro.borrow().iter().find_map(|class| class.attrs.get(name));
        let theirs = base.mro.borrow().iter().find_map(|class| class.attrs.get(name));
        match (mine, theirs) {
            (Some(mine), Some(theirs)) => !mine.is(&theirs),
            (Some(_), None) => true,
            _ => false,
        }
    }

    /// `issubclass(this, other)`, the metaclass of `other` having its say.
    pub fn is_subclass(this: &Ref<Class>, other: &Ref<Class>) -> R<bool> {
        match other.meta.and_then(|meta| meta.check) {
            Some(check) => check(other, this),
            None => Ok(this.derives_from(other)),
        }
    }

    /// How this class stands to another.
    pub fn kinship(&self, other: &Ref<Class>) -> Kinship {
        if std::ptr::eq(self, &**other) {
            Kinship::Same
        } else if self.derives_from(other) {
            Kinship::Derived
        } else {
            Kinship::Other
        }
    }

    /// `issubclass(self, other)` by the MRO alone.
    pub fn derives_from(&self, other: &Ref<Class>) -> bool {
        self.mro.borrow().iter().any(|class| class.same(other))
    }

    /// The special method `name` that Python code defined for instances, if any (builtin methods do not count).
    #[inline]
    pub fn special(&self, name: Sym) -> Option<Value> {
        if self.builtin {
            return None;
        }
        let slot = match self.specials.get(name) {
            Some(slot) => slot,
            None => self.specials.fill(name, self.find_special(name)),
        };
        Some(slot.value()).filter(|value| !value.is_unset())
    }

    #[inline(never)]
    fn find_special(&self, name: Sym) -> Option<Value> {
        for class in self.mro.borrow().iter() {
            match class.attrs.get(name) {
                None if class.builtin => {}
                None => continue,
                Some(Value::Obj(o)) if o.is::<crate::call::MethodDef>() => return None,
                found => return found,
            }
            let info = class.info;
            if name != sym::__new__ {
                if let Some(found) = (info.class_attr)(name) {
                    return Some(found);
                }
            }
            if generic::hides(info, name) || (info.method)(name).is_some() {
                return None;
            }
        }
        None
    }

    /// Stores the names of the methods that are still abstract.
    pub fn set_abstract(&self, names: Value) {
        ADMIT.set(crate::object::instance::check_abstract);
        self.set_own(sym::__abstractmethods__, Some(names));
    }

    pub fn set_own(&self, name: Sym, value: Option<Value>) -> bool {
        let mut held = Vec::new();
        self.forget(Some(name), &mut held);
        match value {
            Some(value) => {
                self.attrs.set(name, value);
                true
            }
            None => self.attrs.remove(name).is_some(),
        }
    }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods, even when not marked.
fn bind_implicitly(class: &Class) {
    let function = |name: Sym| {
        class
            .attrs
            .get(name)
            .filter(|f| f.cast::<crate::call::Function>().is_some())
    };
    if let Some(function) = function(sym::__new__) {
        class.attrs.set(
            sym::__new__,
            Ref::new(crate::call::StaticMethod { function }).value(),
        );
    }
    for name in [sym::__init_subclass__, sym::__class_getitem__] {
        if let Some(function) = function(name) {
            class
                .attrs
                .set(name, Ref::new(crate::call::ClassMethod { function }).value());
        }
    }
}

/// The builtin type that lays out instances of a class with these bases.
fn layout(bases: &[Ref<Class>]) -> R<&'static TypeInfo> {
    let mut best: &'static TypeInfo = &types::OBJECT;
    for base in bases {
        if best.is_subtype(base.info) {
            continue;
        }
        // Exceptions share one layout, whatever their class.
        let exceptions = best.is_subtype(&exc::BaseException) && base.info.is_subtype(&exc::BaseException);
        if base.info.is_subtype(best) {
            best = base.info;
        } else if !exceptions {
            return Err(exc::TypeError.err("multiple bases have instance lay-out conflict"));
        }
    }
    Ok(best)
}

/// C3 linearisation.
fn linearise(class: &Ref<Class>) -> R<Vec<Ref<Class>>> {
    let mut sequences: Vec<Vec<Ref<Class>>> = class.bases.iter().map(|base| base.mro()).collect();
    sequences.push(class.bases.clone());
    let mut mro = vec![class.clone()];
    loop {
        sequences.retain(|s| !s.is_empty());
        if sequences.is_empty() {
            return Ok(mro);
        }
        let head = sequences.iter().map(|s| &s[0]).find(|head| {
            sequences
                .iter()
                .all(|s| !s[1..].iter().any(|later| later.same(head)))
        });
        let Some(head) = head.cloned() else {
            let names: Vec<String> = class
                .bases
                .iter()
                .map(|b| b.name().as_str().to_string())
                .collect();
            return Err(exc::TypeError.err(crate::join![
                "Cannot create a consistent method resolution\norder (MRO) for bases ",
                &names.join(", ")
            ]));
        };
        for s in &mut sequences {
            if s[0].same(&head) {
                s.remove(0);
            }
        }
        mro.push(head);
    }
}

/// `type(x)` and `type(name, bases, namespace)`.
pub fn type_new(meta: &Ref<Class>, args: Args) -> R<Value> {
    match args.plain() {
        [x] if args.names.is_empty() && meta.builtin => {
            types::make_all();
            Ok(x.class().value())
        }
        [name, bases, namespace] => {
            let Some(name) = name.as_str() else {
                return Err(exc::TypeError.err(crate::join![
                    "type.__new__() argument 1 must be str, not ",
                    name.type_name().as_str()
                ]));
            };
            if bases.unwrapped().cast::<crate::seq::Tuple>().is_none() {
                return Err(exc::TypeError.err(crate::join![
                    "type.__new__() argument 2 must be tuple, not ",
                    bases.type_name().as_str()
                ]));
            }
            if crate::map::Dict::of(namespace).is_none() {
                return Err(exc::TypeError.err(crate::join![
                    "type.__new__() argument 3 must be dict, not ",
                    namespace.type_name().as_str()
                ]));
            }
            let attrs = Attrs::new();
            let mut keys = namespace.iter()?;
            while let Some(key) = keys.next()? {
                let value = namespace.get_item(&key)?;
                attrs.set(Sym::intern(key.to_str()?.as_str()), value);
            }
            let mut classes = Vec::new();
            let mut iter = bases.iter()?;
            while let Some(base) = iter.next()? {
                classes.push(base);
            }
            let module = attrs.get(sym::__module__).unwrap_or(Value::from("__main__"));
            let qualname = attrs
                .remove(sym::__qualname__)
                .and_then(|text| text.as_str().cloned());
            let qualname = qualname.unwrap_or(name.clone());
            let keywords = Args::named(&args.values[3..], args.names);
            if meta.builtin && super::metaclass::of_parts(&classes, None)?.is_none() {
                return Class::build(name, &qualname, module, classes, attrs, keywords);
            }
            let meta = Some(meta.clone()).filter(|meta| !meta.builtin);
            let meta = super::metaclass::of_parts(&classes, meta.map(|m| m.value()).as_ref())?;
            let parts = Parts {
                name,
                qualname: &qualname,
                module,
                bases: classes,
                attrs,
                keywords,
            };
            Class::build_by(parts, Some(&super::metaclass::PYTHON), meta)
        }
        _ => Err(exc::TypeError.err("type() takes 1 or 3 arguments")),
    }
}

impl Ref<Class> {
    /// What `type.__call__` does: `__new__`, then `__init__` when the result is an instance.
    pub fn instantiate(&self, args: Args) -> R<Value> {
        if self.builtin {
            return match self.info.new() {
                Some(new) => {
                    let object = new(self, args)?;
                    if let Some(init) = self.info.init() {
                        init(&object, args)?;
                    }
                    Ok(object)
                }
                None => Err(exc::TypeError.err(crate::join![
                    "cannot create '",
                    self.name().as_str(),
                    "' instances"
                ])),
            };
        }
        if self.hooks() & hook::PLAIN != 0 {
            let object = crate::object::Instance::plain(self).value();
            return self.initialise(object, args);
        }
        ADMIT.get()(self)?;
        let object = match self.special(sym::__new__) {
            Some(new) => {
                let new = new
                    .cast::<crate::call::StaticMethod>()
                    .map_or(new.clone(), |m| m.function.clone());
                let object = args.with_first(&self.value(), |args| new.call_args(args))?;
                if !object.class().derives_from(self) {
                    return Ok(object);
                }
                object
            }
            None => crate::object::instance::allocate(self, args)?,
        };
        self.initialise(object, args)
    }

    /// Calls `__init__` of a new object.
    #[inline]
    fn initialise(&self, object: Value, args: Args) -> R<Value> {
        match self.special(sym::__init__) {
            Some(init) => {
                let result = args.with_first(&object, |args| init.call_args(args))?;
                if !result.is_none() {
                    return Err(exc::TypeError.err(crate::join![
                        "__init__() should return None, not '",
                        result.type_name().as_str(),
                        "'"
                    ]));
                }
            }
            None => {
                if let Some(init) = self.info.init() {
                    init(&object, args)?;
                }
            }
        }
        Ok(object)
    }
}

impl PyObject for Class {
    const TYPE: &'static TypeInfo = &types::TYPE;

    const CLASS: ClassFn<Self> = Some(|this| match &this.metaclass {
        Some(metaclass) => metaclass.clone(),
        None => Self::own_type(this).class(),
    });

    fn repr(this: &Ref<Class>) -> R<Str> {
        match this.meta.and_then(|meta| meta.repr) {
            Some(repr) => repr(this),
            None => Ok(this.plain_repr()),
        }
    }

    fn is_callable(_: &Ref<Class>) -> bool {
        true
    }

    /// `C(args)`: `__new__`, then `__init__` when the result is an instance.
    fn call(this: &Ref<Class>, args: Args) -> R<Value> {
        if let Some(call) = this.meta.and_then(|meta| meta.call) {
            return call(this, args);
        }
        this.instantiate(args)
    }

    fn own_type(this: &Ref<Class>) -> &'static TypeInfo {
        this.meta.map_or(&types::TYPE, |meta| meta.info)
    }
    fn iter(this: &Ref<Class>) -> R<Option<Iter>> {
        this.meta
            .and_then(|meta| meta.iter)
            .map(|iter| iter(this))
            .transpose()
    }
    fn len(this: &Ref<Class>) -> R<Option<usize>> {
        this.meta
            .and_then(|meta| meta.len)
            .map(|len| len(this))
            .transpose()
    }
    fn truth(this: &Ref<Class>) -> R<bool> {
        match super::metaclass::special(this, sym::__bool__) {
            Some(method) => method.call(&[])?.truth(),
            None => Ok(true),
        }
    }
    fn contains(this: &Ref<Class>, item: &Value) -> R<Option<bool>> {
        this.meta
            .and_then(|meta| meta.contains)
            .map(|contains| contains(this, item))
            .transpose()
    }

    const ATTR: AttrFn<Self> = Some(|this, name| crate::object::attr::class_attr(this, name));

    const SET_ATTR: SetAttrFn<Self> = Some(|this, name, value| {
        if let Some(guard) = this.meta.and_then(|meta| meta.guard) {
            guard(this, name)?;
        }
        if this.builtin {
            return Err(exc::TypeError.err(crate::join![
                "cannot set '",
                name.text(),
                "' attribute of immutable type '",
                this.name().as_str(),
                "'"
            ]));
        }
        if let (sym::__name__ | sym::__qualname__, Some(value)) = (name, &value) {
            let text = value.to_str()?;
            *(if name == sym::__name__ {
                this.name.borrow_mut()
            } else {
                this.qualname.borrow_mut()
            }) = text;
            return Ok(());
        }
        if !this.set_own(name, value) {
            return Err(crate::object::attr::no_attribute(&this.value(), name));
        }
        Ok(())
    });

    fn get_item(this: &Ref<Class>, key: &Value) -> R<Value> {
        if let Some(get_item) = this.meta.and_then(|meta| meta.get_item) {
            return get_item(this, key);
        }
        crate::object::attr::class_get_item(this, key)
    }

    fn binary(this: &Ref<Class>, op: crate::object::BinOp, other: &Value) -> R<Value> {
        crate::object::attr::class_union(this, op, other)
    }

    fn fields(this: &Ref<Class>) -> Option<Vec<(Sym, Value)>> {
        Some(this.attrs.entries())
    }
}

/// `object.__class__` for instances whose class may change.
pub fn class_of(object: &Obj) -> Ref<Class> {
    match object.cast::<Instance>() {
        Some(instance) => instance.class(),
        None => object.class(),
    }
}
