using CareerRecs.ProfileMatching.Careers.Routes;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Tests.Careers;

public sealed class AlternativesTests
{
    [Theory]
    [InlineData(new int[0], new int[0], true)]
    [InlineData(new int[0], new[] { 1 }, false)]
    [InlineData(new[] { 1 }, new[] { 2 }, false)]
    [InlineData(new[] { 1 }, new[] { 1, 2 }, true)]
    [InlineData(new[] { 1, 2 }, new[] { 1, 3 }, true)]
    [InlineData(new[] { 1, 2 }, new[] { 3, 4 }, false)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 4, 5 }, false)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 3, 1, 5 }, true)]
    public void Routes_are_alike_that_differ_in_one_role_alone(int[] a, int[] b, bool alike)
    {
        Assert.Equal(alike, Alternatives.Alike(ToRoles(a), ToRoles(b)));
        Assert.Equal(alike, Alternatives.Alike(ToRoles(b), ToRoles(a)));
    }

    private static HashSet<RoleId> ToRoles(int[] roles) => [.. roles.Select(role => new RoleId(role))];
}
