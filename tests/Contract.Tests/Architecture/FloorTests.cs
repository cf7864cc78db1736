namespace CareerRecs.Contract.Tests.Architecture;

public sealed class FloorTests
{
    public static TheoryData<string> Projects => [.. Floors.All.Where(floors => floors.Rows.Length > 0).Select(f => f.Root)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_a_floor(string root)
    {
        var floors = Floors.Find(root);
        var folders = floors
            .Assembly.GetTypes()
            .Where(t => !t.IsNested)
            .Select(t => floors.FolderOf(t.Namespace))
            .OfType<string>();
        Assert.Equal(floors.Levels.Keys.Order(), folders.Append("").Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_use_lower_floors_alone(string root)
    {
        var floors = Floors.Find(root);
        var edges = Edges(floors).ToList();
        Assert.NotEmpty(edges);
        var upward = edges
            .Where(edge => floors.Levels.GetValueOrDefault(edge.From) <= floors.Levels.GetValueOrDefault(edge.To))
            .Select(edge => $"{Name(edge.From)} uses {Name(edge.To)} ({edge.Types})");
        Assert.True(!upward.Any(), $"Upward in {root}: {string.Join("; ", upward)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folders_depend_on_each_other_in_a_circle(string root)
    {
        var uses = Edges(Floors.Find(root)).ToLookup(edge => edge.From, edge => edge.To);
        var folders = uses.Select(folder => folder.Key).Order().ToList();
        var circle = folders.Select(folder => FindCircle(uses, [folder])).FirstOrDefault(found => found is not null);
        Assert.True(circle is null, $"A circle in {root}: {string.Join(" -> ", circle?.Select(Name) ?? [])}");
    }

    /// <summary>Edges between folders, each once, with the first pair of types that makes it.</summary>
    private static IEnumerable<(string From, string To, string Types)> Edges(Floors floors) =>
        from edge in TypeReferences.Read(floors.Assembly.Location)
        let @from = floors.FolderOf(edge.From.Namespace)
        let to = floors.FolderOf(edge.To.Namespace)
        where @from is not null && to is not null && @from != to
        group $"{edge.From.Name} > {edge.To.Name}" by (@from, to) into pair
        select (pair.Key.@from, pair.Key.to, pair.Order().First());

    private static List<string>? FindCircle(ILookup<string, string> uses, List<string> path)
    {
        foreach (var next in uses[path[^1]])
        {
            if (next == path[0])
            {
                return [.. path, next];
            }

            // Only circles through the first folder are looked for; the others are found from a folder of theirs.
            if (!path.Contains(next) && FindCircle(uses, [.. path, next]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Name(string folder) => folder.Length == 0 ? "the root" : folder;
}
