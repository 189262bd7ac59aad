// All rules; a new check is added here.
using System.Collections.Immutable;

namespace BufferLint.Checks;

internal static class CheckTable
{
    public static ImmutableArray<ICheck> All { get; } = ImmutableArray.Create<ICheck>(
        new ResizeUnderViewCheck(),
        new ViewAfterAdvanceCheck(),
        new ReadWithoutAdvanceCheck(),
        new ResizeInCallbackCheck(),
        new UseAfterReleaseCheck(),
        new DoubleReleaseCheck(),
        new KeptReleasedFieldCheck(),
        new ViewInUnwaitedWorkCheck(),
        new ReleaseUnderWorkCheck(),
        new ReleaseUnderAbandonedWorkCheck(),
        new ReturnedViewOutlivesCheck(),
        new NativeLeakCheck(),
        new PoolLeakCheck(),
        new MismatchedReleaseCheck(),
        new StoredViewOutlivesCheck(),
        new EscapingAddressCheck(),
        new ViewAfterAwaitCheck(),
        new ViewAcrossAwaitCheck(),
        new KeptLentMemoryCheck(),
        new KeptMemoryParameterCheck(),
        new ReadOnlyWriteCheck(),
        new ReadOnlyHandedOutCheck(),
        new SizeMisfitCheck(),
        new ReinterpretationMisfitCheck(),
        new PartialReadCheck(),
        new RefusedViewCheck());
}
