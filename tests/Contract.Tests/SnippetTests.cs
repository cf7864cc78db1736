using System.Text.RegularExpressions;

namespace CareerRecs.Contract.Tests;

/// <summary>Snippets of the documents and the files of <c>tests/Clients</c> that <c>run.sh</c> runs.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Documents = ["README.md", "protos/README.md", "services/Client/README.md"];

    [Fact]
    public void A_snippet_reads_like_the_file_that_is_run()
    {
        foreach (var document in Documents)
        {
            foreach (Match snippet in Snippet().Matches(ReadText(document)))
            {
                Assert.Equal(ReadText(snippet.Groups["file"].Value), snippet.Groups["text"].Value);
            }
        }
    }

    [Theory]
    [InlineData("tests/Clients/csharp/Program.cs", 10)]
    [InlineData("tests/Clients/waiting/Program.cs", 25)]
    [InlineData("tests/Clients/tracing/Program.cs", 20)]
    [InlineData("tests/Clients/curl/recommend.sh", 1)]
    [InlineData("tests/Clients/python/recommend.py", 15)]
    [InlineData("tests/Clients/javascript/recommend.js", 15)]
    [InlineData("tests/Clients/openapi/recommend.ts", 30)]
    public void Each_client_is_short_and_in_a_document(string file, int mostLines)
    {
        Assert.Contains(file, Documents.SelectMany(d => Snippet().Matches(ReadText(d))).Select(m => m.Groups["file"].Value));
        Assert.InRange(ReadText(file).Split('\n').Length - 1, 1, mostLines);
    }

    private static string ReadText(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    [GeneratedRegex(@"<!-- (?<file>tests/Clients/\S+) -->\n```\w*\n(?<text>.*?\n)```\n", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
