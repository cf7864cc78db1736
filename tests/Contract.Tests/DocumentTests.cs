using System.Reflection;
using System.Text.RegularExpressions;
using CareerRecs.Catalog.Versions;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.Salary.Models;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Caching;
using CareerRecs.ServiceDefaults.Clients;
using CareerRecs.ServiceDefaults.Events;
using CareerRecs.ServiceDefaults.Hosting;
using CareerRecs.ServiceDefaults.Storage;

namespace CareerRecs.Contract.Tests;

/// <summary>What the repository's documents say, as far as it can be held against the code.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] NotOurs =
    [
        "bin",
        "obj",
        "artifacts",
        "node_modules",
        "TestResults",
        "BenchmarkDotNet.Artifacts",
    ];

    public static TheoryData<string, Type> Options =>
        new()
        {
            { "Endpoints", typeof(EndpointOptions) },
            { "Database", typeof(DatabaseOptions) },
            { "Auth", typeof(AuthOptions) },
            { "Services", typeof(ServiceAddresses) },
            { "Cache", typeof(CacheOptions) },
            { "Bus", typeof(BusOptions) },
            { "Catalog", typeof(CatalogOptions) },
            { "Matching", typeof(MatchingOptions) },
            { "Matching", typeof(IndexOptions) },
            { "Documents", typeof(DocumentOptions) },
            { "Salary", typeof(ModelOptions) },
        };

    [Fact]
    public void No_document_has_a_placeholder_left()
    {
        var documents = Documents(RepositoryRoot.Path).ToList();

        Assert.Contains(Path.Combine(RepositoryRoot.Path, "README.md"), documents);
        Assert.Empty(
            documents.SelectMany(document =>
                File.ReadLines(document)
                    .Select((line, i) => (Place: $"{Path.GetRelativePath(RepositoryRoot.Path, document)}:{i + 1}", Line: line))
                    .Where(at => Placeholder().IsMatch(at.Line))
            )
        );
    }

    [Theory]
    [InlineData("MAINOUTPUT", true)]
    [InlineData("<!-- RESULTS -->", true)]
    [InlineData("- TODO: say how", true)]
    [InlineData("The results are in the table below.", false)]
    public void A_placeholder_is_known_by_its_capitals(string line, bool expected) =>
        Assert.Equal(expected, Placeholder().IsMatch(line));

    [Theory]
    [MemberData(nameof(Options))]
    public void Operators_find_every_setting_in_one_table(string section, Type options)
    {
        var table = File.ReadLines(Path.Combine(RepositoryRoot.Path, "deploy", "README.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToList();
        var settings = options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            // A list that configuration adds to has no setter.
            .Where(p => p.CanWrite || p.PropertyType != typeof(bool))
            .Select(p => $"`{section}__{p.Name}");

        Assert.All(settings, setting => Assert.Contains(table, row => Regex.IsMatch(row, $"{Regex.Escape(setting)}(`|__)")));
    }

    [GeneratedRegex(@"\b(MAINOUTPUT|RESULTS|TODO|TBD|FIXME)\b")]
    private static partial Regex Placeholder();

    private static IEnumerable<string> Documents(string folder) =>
        Directory
            .GetFiles(folder, "*.md")
            .Concat(
                Directory
                    .GetDirectories(folder)
                    .Where(below => Path.GetFileName(below) is var name && !NotOurs.Contains(name) && !name.StartsWith('.'))
                    .SelectMany(Documents)
            );
}
