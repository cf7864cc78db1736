using CareerRecs.Catalog.V1;
using CareerRecs.ProfileMatching.Engine.Moves;
using CareerRecs.Types.V1;

namespace CareerRecs.ProfileMatching.Tests.Engine.Moves;

public sealed class LevelsTests
{
    private static readonly Role Cook = Occupation("35-2014.00", zone: 2);
    private static readonly Role Chef = Occupation("35-1011.00", zone: 3);
    private static readonly Role RestaurantManager = Occupation("11-9051.00", zone: 2);
    private static readonly Role Statistician = Occupation("15-2041.00", zone: 5);
    private static readonly Role SalesManager = Occupation("11-2022.00", zone: 4);

    [Fact]
    public void Zones_tell_levels_apart_and_who_leads_a_trade_is_above_it()
    {
        Assert.Equal(1, Between(Cook, Chef));
        Assert.Equal(-1, Between(Chef, Cook));
        Assert.Equal(1, Between(Cook, Occupation("35-1012.00", zone: 2)));
    }

    [Fact]
    public void Who_comes_from_a_trade_to_manage_does_not_step_down()
    {
        Assert.Equal(0, Between(Chef, RestaurantManager));
        Assert.Equal(1, Between(RestaurantManager, Chef));
        Assert.Equal(2, Between(Cook, SalesManager));
    }

    [Fact]
    public void A_profession_that_prepares_longer_than_managers_is_above_them() =>
        Assert.Equal(-1, Between(Statistician, SalesManager));

    private static int? Between(Role from, Role target) => Levels.Between(from, Seniority.Unspecified, target);

    private static Role Occupation(string code, int zone) =>
        new()
        {
            JobZone = zone,
            Codes =
            {
                new Code { System = CodeSystem.Onet, Value = code },
            },
        };
}
