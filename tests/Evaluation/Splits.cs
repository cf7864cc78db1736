using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CareerRecs.Evaluation;

/// <summary>Rows to fit on and rows to test on, kept apart by person.</summary>
internal static class Splits
{
    private const int Count = 5;

    /// <summary>Five folds; each row is tested on once. Which fold a person falls into depends on nothing but the key.</summary>
    public static IEnumerable<(IReadOnlyList<T> Fit, IReadOnlyList<T> Test)> Folds<T>(
        IReadOnlyList<T> rows,
        Func<T, string> person
    )
    {
        var folds = rows.ToLookup(row => FoldOf(person(row)));
        return Enumerable
            .Range(0, Count)
            .Select(fold =>
                ((IReadOnlyList<T>)[.. rows.Where(row => FoldOf(person(row)) != fold)], (IReadOnlyList<T>)[.. folds[fold]])
            );
    }

    /// <summary>The fold of a person, 0 to 4.</summary>
    public static int FoldOf(string person) => (int)(Hash(person) % Count);

    /// <summary>A number that nothing but the text decides, to put rows in an order of chance.</summary>
    public static uint Hash(string text) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
