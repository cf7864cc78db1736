using System.Globalization;

namespace CareerRecs.Testing.Servers;

/// <summary>A process and its descendants, read from /proc.</summary>
internal static class ProcessTree
{
    /// <summary>The process and all below it, parents first.</summary>
    public static IReadOnlyList<int> Of(int root)
    {
        var children = Directory
            .EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .ToLookup(ParentOf);
        var tree = new List<int> { root };
        for (var i = 0; i < tree.Count; i++)
        {
            tree.AddRange(children[tree[i]]);
        }
        return tree;
    }

    private static int ParentOf(int id)
    {
        try
        {
            // "pid (command) state parent ...", where the command may hold anything.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
