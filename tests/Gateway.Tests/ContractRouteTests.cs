using CareerRecs.Gateway.Routes;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Rest.Routes;

namespace CareerRecs.Gateway.Tests;

public sealed class ContractRouteTests
{
    private static readonly IReadOnlyDictionary<string, string> Owners = new Dictionary<string, string>
    {
        ["careerrecs.catalog.v1"] = "catalog",
        ["careerrecs.matching.v1"] = "matching",
        ["careerrecs.salary.v1"] = "salary",
    };

    [Fact]
    public void Every_method_belongs_to_one_service()
    {
        var methods = MethodRights
            .Services.Where(s => s.File.Package is not ("careerrecs.type.v1" or "google.longrunning"))
            .SelectMany(s => s.Methods)
            .ToList();
        Assert.True(methods.Count > 60);

        foreach (var method in methods)
        {
            var routes = ContractRoutes.All.Where(r => r.RouteId.Split(' ')[0] == method.FullName).ToList();
            Assert.Equal([Owners[method.File.Package]], routes.Select(r => r.ClusterId).Distinct());
            Assert.Single(routes, r => r.Match.Path == $"/{method.Service.FullName}/{method.Name}");
            Assert.Equal(HttpBinding.FindAll(method).Count(), routes.Count - 1);
        }
    }

    [Fact]
    public void No_two_methods_have_the_same_route()
    {
        var routes = ContractRoutes.All.Select(r => $"{r.Match.Methods![0]} {r.Match.Path}").ToList();

        Assert.Equal(routes.Distinct(), routes);
    }

    [Theory]
    [InlineData("/v1/status", "/v1/status")]
    [InlineData("/v1/{name=catalogs/*}:activate", "/v1/catalogs/{p0}:activate")]
    [InlineData("/v1/{catalog=catalogs/*}/roles:search", "/v1/catalogs/{p0}/roles:search")]
    [InlineData("/v1/{profile.name=profiles/-/externalIds/*}", "/v1/profiles/-/externalIds/{p0}")]
    [InlineData("/v1/{name=catalogs/*/versions/*}:edit", "/v1/catalogs/{p0}/versions/{p1}:edit")]
    public void A_template_of_the_contract_is_a_pattern_of_routing(string template, string pattern) =>
        Assert.Equal(pattern, new HttpBinding("GET", template, "").ToRoutePattern());
}
