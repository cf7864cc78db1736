namespace CareerRecs.Contract.Tests.Reference;

public sealed class MethodTableTests
{
    private const string Start = "<!-- methods: written by MethodTableTests with UPDATE_GOLDEN=1 -->\n";
    private const string End = "<!-- /methods -->\n";

    [Fact]
    public void The_readme_lists_every_method_with_route_scope_and_repeat()
    {
        var file = Path.Combine(RepositoryRoot.Path, "protos", "README.md");
        var text = File.ReadAllText(file);
        var start = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Start.Length && end >= start, $"{file} has no table of methods between its two marks");

        var table = MethodTable.Render();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, text[..start] + table + text[end..]);
            return;
        }
        Assert.True(table == text[start..end], "The table of methods is stale: run this test with UPDATE_GOLDEN=1.");
    }
}
