using System.Reflection;

namespace CareerRecs.Contract.Tests.Architecture;

public sealed class AssemblyTests
{
    private static readonly Assembly[] Services = [Floors.Catalog.Assembly, Floors.Matching.Assembly, Floors.Salary.Assembly];

    [Fact]
    public void Services_know_each_other_by_the_contract_alone()
    {
        foreach (var service in Services.Append(Floors.Gateway.Assembly))
        {
            var others = Services.Where(s => s != service).Select(s => s.GetName().Name);
            Assert.Empty(service.GetReferencedAssemblies().Select(a => a.Name).Intersect(others));
        }
    }

    [Fact]
    public void Shared_libraries_know_no_service()
    {
        var services = Services.Select(s => s.GetName().Name).ToArray();
        foreach (var shared in new[] { Floors.ServiceDefaults, Floors.Vocabulary, Floors.Client })
        {
            Assert.Empty(shared.Assembly.GetReferencedAssemblies().Select(a => a.Name).Intersect(services));
        }
    }

    [Fact]
    public void The_client_and_the_vocabulary_need_no_server()
    {
        foreach (var library in new[] { Floors.Vocabulary, Floors.Client })
        {
            Assert.DoesNotContain(
                library.Assembly.GetReferencedAssemblies(),
                a => a.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData("CareerRecs.ProfileMatching.Engine")]
    [InlineData("CareerRecs.ProfileMatching.Understanding")]
    [InlineData("CareerRecs.ProfileMatching.Careers.Routes")]
    [InlineData("CareerRecs.Salary.Estimation")]
    [InlineData("CareerRecs.Salary.Survey")]
    [InlineData("CareerRecs.Salary.Places")]
    [InlineData("CareerRecs.Salary.Occupations")]
    [InlineData("CareerRecs.Salary.WageTables")]
    [InlineData("CareerRecs.Salary.PayModels")]
    public void Engines_are_pure(string engine)
    {
        var floors = engine.StartsWith(Floors.Salary.Root, StringComparison.Ordinal) ? Floors.Salary : Floors.Matching;
        var types = NetArchTest.Rules.Types.InAssembly(floors.Assembly).That().ResideInNamespaceStartingWith(engine);
        Assert.NotEmpty(types.GetTypes());
        var result = types
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
}
