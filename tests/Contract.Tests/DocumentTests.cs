using System.Reflection;
using System.Text.RegularExpressions;
using CareerRecs.Catalog;
using CareerRecs.Gateway;
using CareerRecs.ProfileMatching;
using CareerRecs.Salary;
using CareerRecs.ServiceDefaults;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Builder;

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

    /// <summary>Every section that a host reads, with the type that it is read as.</summary>
    public static TheoryData<string, Type> Options
    {
        get
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Configuration["Database:Directory"] = Path.Combine(Path.GetTempPath(), "careerrecs-contract-tests");
            foreach (var name in new[] { "Catalog", "Matching", "Salary" })
            {
                builder.Configuration[$"Gateway:{name}"] = "http://127.0.0.1:1";
            }
            builder.AddServiceDefaults();
            builder.AddCatalog();
            builder.AddMatching();
            builder.AddSalary();
            builder.AddGateway();
            return [.. builder.KnownSettings().Read.SelectMany(section => section.Value, (s, type) => (s.Key, type))];
        }
    }

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
            .Select(p => $"`{section}__{p.Name}")
            .ToList();

        Assert.NotEmpty(settings);
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
