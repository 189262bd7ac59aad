// What C#'s own rules do not follow any more: references and addresses that go wherever they are sent.
namespace BufferLint.Model;

/// <summary>How a view reaches its storage, where the compiler no longer sees for how long that is right.</summary>
internal enum Addressing
{
    /// <summary>By an object, or by a reference that the compiler follows.</summary>
    Followed,

    /// <summary>By a reference that was made anew: good for as long as there is a stack frame or object under it.</summary>
    Reference,

    /// <summary>By an address: good for as long as what lies there does not move, which the call does nothing about.</summary>
    Unpinned,
}
