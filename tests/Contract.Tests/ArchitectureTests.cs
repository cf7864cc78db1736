using System.Reflection;

namespace CareerRecs.Contract.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Catalog = typeof(CareerRecs.Catalog.CatalogHost).Assembly;
    private static readonly Assembly Matching = typeof(CareerRecs.Matching.MatchingHost).Assembly;
    private static readonly Assembly Salary = typeof(CareerRecs.Salary.SalaryHost).Assembly;
    private static readonly Assembly Defaults = typeof(CareerRecs.ServiceDefaults.ServiceDefaultsExtensions).Assembly;
    private static readonly Assembly Vocabulary = typeof(CareerRecs.Vocabulary.CatalogSnapshot).Assembly;
    private static readonly Assembly Client = typeof(CareerRecs.Client.CareerRecsClient).Assembly;

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
            Assert.Empty(shared.GetReferencedAssemblies().Select(a => a.Name).Intersect(services));
    }

    [Fact]
    public void The_client_and_the_vocabulary_need_no_server()
    {
        foreach (var library in new[] { Vocabulary, Client })
            Assert.DoesNotContain(library.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CareerRecs.Matching.Ranking")]
    [InlineData("CareerRecs.Matching.Gaps")]
    [InlineData("CareerRecs.Matching.Similar")]
    [InlineData("CareerRecs.Matching.Reading")]
    [InlineData("CareerRecs.Matching.Extraction")]
    [InlineData("CareerRecs.Salary.Estimation")]
    public void Engines_are_pure(string engine)
    {
        var assembly = engine.StartsWith("CareerRecs.Salary", StringComparison.Ordinal) ? Salary : Matching;
        var result = NetArchTest.Rules.Types.InAssembly(assembly).That().ResideInNamespaceStartingWith(engine)
            .ShouldNot().HaveDependencyOnAny(
                "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.DependencyInjection", "Microsoft.AspNetCore", "Grpc.Net", "MassTransit", "System.IO.File", "System.TimeProvider")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
