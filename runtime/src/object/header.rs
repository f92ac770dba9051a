//! The one heap layout: every object is `{count, vtable} + body`, and a typed handle `Ref<T>` and a `Value` are
//! the same pointer. All `unsafe` of the crate lives in this folder.
use crate::object::vtable::{VTable, Vt};
use crate::object::{PyObject, Value};
use std::cell::Cell;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

/// Objects with this count live in statics: they are never counted and never freed.
const IMMORTAL: u32 = u32::MAX;

#[repr(C)]
pub struct Header {
    count: Cell<u32>,
    vt: &'static VTable,
}

#[repr(C)]
pub struct Boxed<T> {
    head: Header,
    body: T,
}

impl<T: PyObject> Boxed<T> {
    /// An object that lives in a `static`.
    pub const fn immortal(body: T) -> Boxed<T> {
        Boxed {
            head: Header {
                count: Cell::new(IMMORTAL),
                vt: Vt::<T>::TABLE,
            },
            body,
        }
    }

    pub fn handle(&'static self) -> Ref<T> {
        Ref(NonNull::from(self), PhantomData)
    }
}

/// A counted pointer to any object.
pub struct Obj(NonNull<Header>);

/// A counted pointer to an object whose body is known to be `T`.
pub struct Ref<T: PyObject>(NonNull<Boxed<T>>, PhantomData<Boxed<T>>);

impl Obj {
    #[inline]
    fn head(&self) -> &Header {
        // SAFETY: an Obj owns one count of a live object.
        unsafe { self.0.as_ref() }
    }

    #[inline]
    pub fn vt(&self) -> &'static VTable {
        self.head().vt
    }

    /// The address, as `id()` shows it.
    pub fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    #[inline]
    pub fn same(&self, other: &Obj) -> bool {
        self.0 == other.0
    }

    /// True when nobody else holds the object, so that it may be changed in place.
    pub fn is_unique(&self) -> bool {
        self.head().count.get() == 1
    }

    pub fn count(&self) -> u32 {
        self.head().count.get()
    }

    #[inline]
    pub fn is<T: PyObject>(&self) -> bool {
        self.vt().id == T::ID
    }

    /// The typed view, when the body is a `T`.
    #[inline]
    pub fn cast<T: PyObject>(&self) -> Option<&Ref<T>> {
        if self.is::<T>() {
            Some(self.cast_unchecked())
        } else {
            None
        }
    }

    /// The typed view for a change in place, when the body is a `T`.
    pub fn cast_mut<T: PyObject>(&mut self) -> Option<&mut Ref<T>> {
        if self.is::<T>() {
            Some(self.cast_mut_unchecked())
        } else {
            None
        }
    }

    /// The typed view inside a vtable thunk, where the vtable itself proves the type.
    #[inline]
    pub(super) fn cast_unchecked<T: PyObject>(&self) -> &Ref<T> {
        // SAFETY: Obj and Ref<T> are both one NonNull to the same allocation; the caller holds the proof of T.
        unsafe { &*(self as *const Obj as *const Ref<T>) }
    }

    /// The same for a change in place.
    #[inline]
    pub(super) fn cast_mut_unchecked<T: PyObject>(&mut self) -> &mut Ref<T> {
        // SAFETY: as in `cast_unchecked`.
        unsafe { &mut *(self as *mut Obj as *mut Ref<T>) }
    }
}

impl Clone for Obj {
    #[inline]
    fn clone(&self) -> Obj {
        let count = &self.head().count;
        if count.get() != IMMORTAL {
            count.set(count.get() + 1);
        }
        Obj(self.0)
    }
}

impl Drop for Obj {
    #[inline]
    fn drop(&mut self) {
        let count = &self.head().count;
        match count.get() {
            IMMORTAL => {}
            1 => free(self.0),
            n => count.set(n - 1),
        }
    }
}

impl<T: PyObject> Ref<T> {
    pub fn new(body: T) -> Ref<T> {
        let head = Header {
            count: Cell::new(1),
            vt: Vt::<T>::TABLE,
        };
        // SAFETY: Box::into_raw is never null.
        Ref(
            unsafe { NonNull::new_unchecked(Box::into_raw(Box::new(Boxed { head, body }))) },
            PhantomData,
        )
    }

    #[inline]
    pub fn as_obj(&self) -> &Obj {
        // SAFETY: see Obj::cast_unchecked.
        unsafe { &*(self as *const Ref<T> as *const Obj) }
    }

    pub fn into_obj(self) -> Obj {
        let obj = Obj(self.0.cast());
        std::mem::forget(self);
        obj
    }

    pub fn value(&self) -> Value {
        Value::Obj(self.as_obj().clone())
    }

    /// The same object as a `U`: a type with the very same body, which differs in its vtable.
    pub(crate) fn with_layout_of<U: PyObject>(self) -> Ref<U> {
        const { assert!(T::ID == U::ID && std::mem::size_of::<T>() == std::mem::size_of::<U>()) };
        let object = self.0.cast();
        std::mem::forget(self);
        Ref(object, PhantomData)
    }

    /// Gives the count up to whoever keeps the address.
    pub(super) fn into_address(self) -> usize {
        let address = self.0.as_ptr() as usize;
        std::mem::forget(self);
        address
    }

    /// The handle that `into_address` took apart.
    ///
    /// # Safety
    /// `address` came from there, for the same T, and the count that went with it is still owned.
    pub(super) unsafe fn from_address(address: usize) -> Ref<T> {
        Ref(NonNull::new_unchecked(address as *mut Boxed<T>), PhantomData)
    }

    /// The body of the object whose handle `into_address` took apart, as long as the caller keeps its count.
    ///
    /// # Safety
    /// As for `from_address`.
    pub(super) unsafe fn body_at<'a>(address: usize) -> &'a T {
        &(*(address as *const Boxed<T>)).body
    }

    #[inline]
    pub fn same(&self, other: &Ref<T>) -> bool {
        self.0 == other.0
    }

    /// The body, for a change in place, when this handle is the only one.
    pub fn unique(&mut self) -> Option<&mut T> {
        if self.as_obj().is_unique() {
            // SAFETY: the count is one and `self` is borrowed mutably, so nobody else can reach the body.
            Some(unsafe { &mut self.0.as_mut().body })
        } else {
            None
        }
    }
}

impl<T: PyObject> Deref for Ref<T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: a Ref owns one count of a live object of type T.
        unsafe { &self.0.as_ref().body }
    }
}

impl<T: PyObject> Clone for Ref<T> {
    #[inline]
    fn clone(&self) -> Ref<T> {
        std::mem::forget(self.as_obj().clone());
        Ref(self.0, PhantomData)
    }
}

impl<T: PyObject> Drop for Ref<T> {
    #[inline]
    fn drop(&mut self) {
        drop(Obj(self.0.cast()));
    }
}

/// Drops deeper than this wait in a queue, so that a chain of a million nodes does not recurse (traps 20).
const DEEP: u32 = 50;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LATER: Cell<Vec<NonNull<Header>>> = const { Cell::new(Vec::new()) };
    /// True while somebody may wait in `LATER`.
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

#[cold]
#[inline(never)]
fn free(object: NonNull<Header>) {
    let depth = DEPTH.get();
    if depth >= DEEP && postpone(object) {
        return;
    }
    DEPTH.set(depth + 1);
    free_now(object);
    if depth == 0 && WAITING.replace(false) {
        while let Some(object) = next_postponed() {
            free_now(object);
        }
    }
    DEPTH.set(depth);
}

/// False when the thread is ending and its queue is gone.
fn postpone(object: NonNull<Header>) -> bool {
    LATER
        .try_with(|later| {
            let mut all = later.take();
            all.push(object);
            later.set(all);
            WAITING.set(true);
        })
        .is_ok()
}

fn next_postponed() -> Option<NonNull<Header>> {
    let next = LATER.try_with(|later| {
        let mut all = later.take();
        let next = all.pop();
        later.set(all);
        next
    });
    next.ok().flatten()
}

fn free_now(object: NonNull<Header>) {
    // SAFETY: the count fell to one and its owner is going; the vtable knows the real type. The finaliser may
    // revive the object by storing it somewhere: then the count has grown and the object stays.
    unsafe {
        let head = object.as_ref();
        if let Some(finalize) = head.vt.finalize {
            let keep = std::mem::ManuallyDrop::new(Obj(object));
            finalize(&keep);
            if head.count.get() > 1 {
                head.count.set(head.count.get() - 1);
                return;
            }
        }
        (head.vt.free)(object);
    }
}

/// Frees the allocation of an object whose body is a `T`.
///
/// # Safety
/// `object` was made by `Ref::<T>::new` and nobody uses it any more.
pub(super) unsafe fn free_as<T: PyObject>(object: NonNull<Header>) {
    drop(Box::from_raw(object.cast::<Boxed<T>>().as_ptr()));
}
