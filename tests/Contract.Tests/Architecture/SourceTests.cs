using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CareerRecs.Contract.Tests.Architecture;

/// <summary>Limits on source files. Migrations, generated code, data and goldens have none.</summary>
public sealed partial class SourceTests
{
    private const int MostFilesOfFolder = 18;
    private const int MostLines = 300;
    private const int MostColumns = 130;

    // Projects of one namespace, so that users of the vocabulary need one using.
    private static readonly string[] OneNamespace = ["services/Vocabulary/", "tests/Vocabulary.Tests/", "tests/Encoder/"];

    // Programs of a few lines, as the documents show them.
    private const string Snippets = "tests/Clients/";

    private static readonly string[] Sources =
    [
        .. new[] { "services", "tests", "protos" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*", SearchOption.AllDirectories)
            )
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => Source().IsMatch(file) && !Generated().IsMatch(file))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void A_folder_has_at_most_18_files()
    {
        var full = Sources
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .CountBy(file => Path.GetDirectoryName(file)!)
            .Where(folder => folder.Value > MostFilesOfFolder)
            .Select(folder => $"{folder.Key} has {folder.Value}");
        AssertNone(full);
    }

    [Fact]
    public void A_file_has_at_most_300_lines()
    {
        var longest = Sources
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => (file, Lines: ReadLines(file).Length))
            .Where(pair => pair.Lines > MostLines)
            .Select(pair => $"{pair.file} has {pair.Lines}");
        AssertNone(longest);
    }

    [Fact]
    public void A_line_has_at_most_130_columns()
    {
        var wide =
            from file in Sources
            from line in ReadLines(file).Index()
            where line.Item.Length > MostColumns
            select $"{file}:{line.Index + 1} has {line.Item.Length}";
        AssertNone(wide);
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var roots = Directory
            .EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .ToDictionary(file => Path.GetDirectoryName(file)!, RootNamespace);
        var strayed =
            from file in Sources
            where file.EndsWith(".cs", StringComparison.Ordinal)
            where !file.StartsWith(Snippets, StringComparison.Ordinal) && !OneNamespace.Any(file.StartsWith)
            let parts = file.Split('/')
            let expected = string.Join('.', [roots[$"{parts[0]}/{parts[1]}"], .. parts[2..^1]])
            from space in ReadLines(file).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where space != $"namespace {expected};"
            select $"{file}: {space}";
        AssertNone(strayed);
    }

    private static string RootNamespace(string project)
    {
        var stated = XDocument.Load(Path.Combine(RepositoryRoot.Path, project)).Descendants("RootNamespace").FirstOrDefault();
        return stated?.Value ?? Path.GetFileNameWithoutExtension(project);
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        Assert.True(Sources.Length > 1_000, $"{Sources.Length} files are not the sources of the repository");
        Assert.True(!faults.Any(), string.Join('\n', faults));
    }

    private static string[] ReadLines(string file) => File.ReadAllLines(Path.Combine(RepositoryRoot.Path, file));

    [GeneratedRegex(@"\.(cs|proto)$")]
    private static partial Regex Source();

    [GeneratedRegex("/(bin|obj|Migrations|node_modules)/")]
    private static partial Regex Generated();
}
