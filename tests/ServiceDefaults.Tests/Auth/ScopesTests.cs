using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class ScopesTests
{
    [Theory]
    [InlineData("", "catalog.read matching.read salary.read")]
    [InlineData("operator", "catalog.read matching.read operator salary.read")]
    [InlineData("catalog.write", "catalog.read catalog.write matching.read salary.read")]
    [InlineData("profiles.read", "catalog.read matching.read profiles.read salary.read")]
    [InlineData("matching.read", "catalog.read matching.read salary.read")]
    [InlineData("salary.read", "catalog.read salary.read")]
    [InlineData("catalog.read salary.write", "catalog.read salary.write")]
    [InlineData("internal.read", "catalog.read internal.read salary.read")]
    [InlineData("something.else", "catalog.read matching.read salary.read something.else")]
    public void A_token_without_a_read_scope_has_the_three(string stated, string granted) =>
        Assert.Equal(
            granted,
            string.Join(
                ' ',
                Scopes.Granted(stated.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)
            )
        );

    [Fact]
    public void The_caller_of_a_host_without_authentication_has_every_scope() =>
        Assert.All(Scopes.All, scope => Assert.True(Caller.Local.Has(scope)));

    [Theory]
    [InlineData("/careerrecs.catalog.v1.VersionService/EditVersion", "catalog.write", "operator")]
    [InlineData("/careerrecs.matching.v1.ProfileService/DeleteProfile", "profiles.erase", null)]
    [InlineData("/careerrecs.type.v1.StatusService/GetStatus", null, null)]
    [InlineData("/careerrecs.catalog.v1.CatalogService/IsNotInTheContract", "operator", null)]
    public void Rights_of_a_method_are_those_of_the_contract(string method, string? scope, string? shared) =>
        Assert.Equal(new MethodRights(scope, shared), MethodRights.Find(method));

    [Fact]
    public void Other_peoples_methods_have_no_rights_here() => Assert.Null(MethodRights.Find("/grpc.health.v1.Health/Check"));
}
