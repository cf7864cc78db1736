using System.IO.Compression;
using System.Text;
using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

/// <summary>
/// The languages and tools that a large developer survey offers for choice: people list them, so the catalog must know them.
/// </summary>
public sealed class SurveySkillTests
{
    private static readonly SkillLexicon Lexicon = CatalogSnapshot
        .Read(new CatalogVersion { Name = "catalogs/builtin/versions/survey" }, EntryStream.Write(BuiltInCatalog.Read().Entries))
        .SkillLexicon;

    [Fact]
    public void Every_name_that_the_survey_offers_is_known_without_correcting_its_spelling()
    {
        var names = SurveyNames();
        Assert.Equal(268, names.Count);
        Assert.DoesNotContain(
            names,
            name => Lexicon.Resolve(name).Kind is not (MatchKind.Title or MatchKind.Alias or MatchKind.Variant)
        );
    }

    [Theory]
    [InlineData("Amazon Web Services (AWS)", "aws")]
    [InlineData("Oracle Cloud Infrastructure (OCI)", "oracle-cloud")]
    [InlineData("Bash/Shell (all shells)", "bash")]
    [InlineData("Torch/PyTorch", "pytorch")]
    [InlineData("HTML/CSS", "html")]
    [InlineData("C#/.NET", "csharp")]
    [InlineData("Visual Basic (.Net)", "visual-basic")]
    [InlineData(".NET (5+)", "dotnet")]
    [InlineData(".NET Framework (1.0 - 4.8)", "dotnet-framework")]
    [InlineData("ASP.NET CORE", "aspnet-core")]
    [InlineData("AngularJS", "angularjs")]
    [InlineData("NestJS", "nestjs")]
    [InlineData("Nuxt.js", "nuxt")]
    [InlineData("Goland", "goland")]
    [InlineData("Qwik", "qwik")]
    [InlineData("IPython", "ipython")]
    [InlineData("Code::Blocks", "code-blocks")]
    [InlineData("Boost.Test", "boost-test")]
    [InlineData("Rad Studio (Delphi, C++ Builder)", "rad-studio")]
    [InlineData("Linode, now Akamai", "linode")]
    [InlineData("LLVM's Clang", "clang")]
    public void A_name_means_the_skill_it_names(string name, string skill) =>
        Assert.Equal(skill, ResourceName.IdOf(Lexicon.Resolve(name).Skill));

    private static HashSet<string> SurveyNames()
    {
        var path = Path.Combine(
            Environment.GetEnvironmentVariable("CAREERRECS_DATA") ?? "",
            "salary",
            "stackoverflow_2023_us.csv.gz"
        );
        Assert.SkipUnless(File.Exists(path), "CAREERRECS_DATA names no folder with salary/stackoverflow_2023_us.csv.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var columns = Cells(reader.ReadLine()!)
            .Select((name, i) => (name, i))
            .Where(column => column.name.EndsWith("HaveWorkedWith", StringComparison.Ordinal))
            .Select(column => column.i)
            .ToList();
        Assert.Equal(7, columns.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            names.UnionWith(columns.SelectMany(i => cells[i].Split(';', StringSplitOptions.RemoveEmptyEntries)));
        }

        return names;
    }

    /// <summary>The cells of a line; those with commas stand in quotes, and none holds a quote or a line break.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
