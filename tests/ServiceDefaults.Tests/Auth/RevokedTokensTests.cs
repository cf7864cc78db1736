using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ServiceDefaults.Tests.Auth;

public sealed class RevokedTokensTests
{
    [Fact]
    public void Ids_stand_a_line_and_remarks_revoke_nothing()
    {
        var revoked = RevokedTokens.Parse(["# lost laptop\r\nabc\r\n\n  def \n"]);

        Assert.True(revoked.Contains("abc"));
        Assert.True(revoked.Contains("def"));
        Assert.False(revoked.Contains("# lost laptop"));
        Assert.False(revoked.Contains(""));
        Assert.False(revoked.Contains(null));
    }
}
