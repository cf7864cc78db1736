using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Fit;

namespace CareerRecs.ProfileMatching.Tests.Engine;

public sealed class RoleFamiliesTests
{
    [Fact]
    public void A_role_with_a_code_of_the_SOC_is_of_one_line_with_those_of_the_ONET()
    {
        var families = new RoleFamilies([
            Of(CodeSystem.Onet, "15-2051.00"),
            Of(CodeSystem.Soc, "15-2051"),
            Of(CodeSystem.Onet, "15-1252.00"),
            Of(CodeSystem.Isco, "2512"),
        ]);

        Assert.Equal(1, families.Shared(new RoleId(0), new RoleId(1)));
        Assert.Equal(1 / 3.0, families.Shared(new RoleId(1), new RoleId(2)), 6);
        Assert.Equal(0, families.Shared(new RoleId(0), new RoleId(3)));
    }

    private static Role Of(CodeSystem system, string code) =>
        new()
        {
            Codes =
            {
                new Code { System = system, Value = code },
            },
        };
}
