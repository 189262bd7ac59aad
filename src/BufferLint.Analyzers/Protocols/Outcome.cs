// One way in which a run of a member may end.
namespace BufferLint.Protocols;

/// <summary>The state at the end, and what the member results in.</summary>
internal readonly record struct Outcome(ObjectState State, Content Result);
