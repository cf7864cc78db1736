namespace CareerRecs.Vocabulary;

/// <summary>How far two spellings are apart.</summary>
public static class EditDistance
{
    /// <summary>
    /// Edits (insert, delete, replace, swap of neighbours) from one word to the other; more than <paramref name="most"/>
    /// reads as most + 1.
    /// </summary>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }
            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
