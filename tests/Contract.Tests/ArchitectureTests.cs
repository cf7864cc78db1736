using System.Reflection;
using System.Text.RegularExpressions;

namespace CareerRecs.Contract.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Catalog = typeof(CareerRecs.Catalog.CatalogHost).Assembly;
    private static readonly Assembly Matching = typeof(CareerRecs.Matching.MatchingHost).Assembly;
    private static readonly Assembly Salary = typeof(CareerRecs.Salary.SalaryHost).Assembly;
    private static readonly Assembly Defaults = typeof(CareerRecs.ServiceDefaults.ServiceDefaultsExtensions).Assembly;
    private static readonly Assembly Vocabulary = typeof(CareerRecs.Vocabulary.CatalogSnapshot).Assembly;
    private static readonly Assembly Client = typeof(CareerRecs.Client.CareerRecsClient).Assembly;

    private const string MatchingRoot = "CareerRecs.Matching.";

    /// <summary>
    /// Folders of ProfileMatching from the ground up. A folder uses those below it, none beside it and none above it. Hosts stand
    /// at the root, over all of them.
    /// </summary>
    private static readonly string[][] MatchingFloors =
    [
        ["Storage"],
        ["Engine.Fit"],
        ["Engine.Practice"],
        ["Engine.Meaning"],
        ["Engine.Ranking"],
        ["Engine.Similar"],
        ["Engine.Moves"],
        ["Snapshots"],
        ["Understanding.Documents.Layout"],
        ["Understanding.Documents"],
        ["Understanding.Extraction.Dates.Grammar"],
        ["Understanding.Extraction.Dates"],
        ["Understanding.Extraction.Lines"],
        ["Understanding.Extraction.Names", "Understanding.Extraction.Education"],
        ["Understanding.Extraction.Jobs"],
        ["Understanding.Extraction.Skills"],
        ["Understanding.Extraction"],
        ["Understanding.Inference"],
        ["Understanding"],
        ["Documents"],
        ["Profiles", "Learning", "Pay"],
        ["Answers", "ModelCard"],
        ["Recommendations", "Shadowing"],
        ["NextSkills", "Careers.Routes"],
        ["Careers"],
        ["Grpc"],
    ];

    [Fact]
    public void Every_folder_of_matching_has_a_floor() =>
        Assert.Empty(MatchingTypes.Select(t => t.Folder).Distinct().Except(MatchingFloors.SelectMany(folders => folders)));

    [Fact]
    public void Folders_of_matching_depend_on_lower_floors_alone()
    {
        var failures = new List<string>();
        for (var floor = 0; floor < MatchingFloors.Length; floor++)
        {
            foreach (var folder in MatchingFloors[floor])
            {
                var others = MatchingFloors[floor..].SelectMany(folders => folders).Where(other => other != folder).ToHashSet();
                var forbidden = MatchingTypes.Where(t => others.Contains(t.Folder)).Select(t => t.Name).Concat(MatchingHosts);
                var result = NetArchTest
                    .Rules.Types.InAssembly(Matching)
                    .That()
                    .ResideInNamespaceMatching($"^{Regex.Escape(MatchingRoot + folder)}$")
                    .ShouldNot()
                    .HaveDependencyOnAny([.. forbidden])
                    .GetResult();
                failures.AddRange(result.FailingTypeNames ?? []);
            }
        }

        Assert.True(
            failures.Count == 0,
            $"Types that depend on a folder of their own floor or a higher one: {string.Join(", ", failures)}"
        );
    }

    [Fact]
    public void Services_know_each_other_by_the_contract_alone()
    {
        Assembly[] services = [Catalog, Matching, Salary];
        foreach (var service in services)
        {
            var others = services.Where(s => s != service).Select(s => s.GetName().Name);
            Assert.Empty(service.GetReferencedAssemblies().Select(a => a.Name).Intersect(others));
        }
    }

    [Fact]
    public void What_is_shared_knows_no_service()
    {
        var services = new[] { Catalog, Matching, Salary }.Select(s => s.GetName().Name).ToArray();
        foreach (var shared in new[] { Defaults, Vocabulary, Client })
        {
            Assert.Empty(shared.GetReferencedAssemblies().Select(a => a.Name).Intersect(services));
        }
    }

    [Fact]
    public void The_client_and_the_vocabulary_need_no_server()
    {
        foreach (var library in new[] { Vocabulary, Client })
        {
            Assert.DoesNotContain(
                library.GetReferencedAssemblies(),
                a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("CareerRecs.Matching.Engine")]
    [InlineData("CareerRecs.Matching.Understanding")]
    [InlineData("CareerRecs.Matching.Careers.Routes")]
    [InlineData("CareerRecs.Salary.Estimation")]
    [InlineData("CareerRecs.Salary.Survey")]
    [InlineData("CareerRecs.Salary.Places")]
    [InlineData("CareerRecs.Salary.Occupations")]
    [InlineData("CareerRecs.Salary.PayModels")]
    public void Engines_are_pure(string engine)
    {
        var assembly = engine.StartsWith("CareerRecs.Salary", StringComparison.Ordinal) ? Salary : Matching;
        var result = NetArchTest
            .Rules.Types.InAssembly(assembly)
            .That()
            .ResideInNamespaceStartingWith(engine)
            .ShouldNot()
            .HaveDependencyOnAny(
                "Microsoft.EntityFrameworkCore",
                "Microsoft.Extensions.DependencyInjection",
                "Microsoft.AspNetCore",
                "Grpc.Net",
                "MassTransit",
                "System.IO.File",
                "System.TimeProvider"
            )
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    /// <summary>Full names of the types at the root of ProfileMatching that register and map its services.</summary>
    private static IEnumerable<string> MatchingHosts =>
        Matching
            .GetTypes()
            .Where(t => t.Namespace == MatchingRoot.TrimEnd('.') && t.Name.EndsWith("Host", StringComparison.Ordinal))
            .Select(t => t.FullName!);

    /// <summary>
    /// Full names of the types of ProfileMatching, each with the folder that it is in. Migrations count as storage.
    /// </summary>
    private static IEnumerable<(string Folder, string Name)> MatchingTypes =>
        from type in Matching.GetTypes()
        where !type.IsNested && type.Namespace is { } space && space.StartsWith(MatchingRoot, StringComparison.Ordinal)
        let folder = type.Namespace![MatchingRoot.Length..]
        select (folder.StartsWith("Storage.", StringComparison.Ordinal) ? "Storage" : folder, type.FullName!);
}
