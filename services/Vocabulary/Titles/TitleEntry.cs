using System.Collections.Immutable;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary;

/// <summary>A title or alternate title of a role, with its words.</summary>
/// <param name="Role">Index of the role.</param>
/// <param name="Text">The title as the catalog writes it.</param>
/// <param name="Own">Whether it is the role's own title, not an alternate one.</param>
/// <param name="Words">Its words.</param>
/// <param name="Core">Its main words without those on level.</param>
/// <param name="Sources">How many sources of the catalog give it to the role, as far as it says.</param>
internal readonly record struct TitleEntry(int Role, string Text, bool Own, TitleWords Words, string Core, int Sources)
{
    /// <summary>All titles of the roles, role by role, its own title first.</summary>
    public static List<TitleEntry> Of(ImmutableArray<Role> roles)
    {
        var entries = new List<TitleEntry>(roles.Sum(r => 1 + r.AlternateTitles.Count));
        for (var r = 0; r < roles.Length; r++)
        {
            Add(r, roles[r].Title, own: true, sources: 1);
            var sources = roles[r].AttestedTitles.ToLookup(t => t.Title, t => t.SourceCount, StringComparer.OrdinalIgnoreCase);
            foreach (var alternate in roles[r].AlternateTitles)
            {
                Add(r, alternate, own: false, sources[alternate].DefaultIfEmpty(1).Max());
            }
        }

        return entries;

        void Add(int role, string title, bool own, int sources)
        {
            // "PA" alone is a physician assistant where the catalog says so, whatever else it stands for.
            var words = TitleText.Read(title, writeOut: title.Contains(' ', StringComparison.Ordinal));
            if (words.Main.Count > 0)
            {
                entries.Add(
                    new TitleEntry(role, title, own, words, string.Join(' ', SeniorityReader.Read(words.Main).CoreWords), sources)
                );
            }
        }
    }
}
