// Thrown where the work on one body grows beyond its budget; the body is left unanalysed, as one with too many blocks is.
using System;

namespace BufferLint.Flow;

internal sealed class OverBudgetException : Exception
{
}
