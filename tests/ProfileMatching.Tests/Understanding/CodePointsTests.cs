using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding;

namespace CareerRecs.ProfileMatching.Tests.Understanding;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("SQL", 0)]
    [InlineData("naïve SQL", 6)]
    [InlineData("\U0001F680 SQL", 2)]
    [InlineData("\U0001F680\U0001D54F SQL", 3)]
    public void A_place_is_counted_in_code_points(string text, int start)
    {
        var understanding = new Matching.V1.Understanding
        {
            Skills =
            {
                new UnderstoodSkill { Start = text.Length - 3, End = text.Length },
                new UnderstoodSkill(),
            },
            Jobs =
            {
                new UnderstoodJob { Start = text.Length - 3, End = text.Length },
            },
            Unread =
            {
                new UnreadText { Start = text.Length - 3, End = text.Length },
            },
        };

        new CodePoints(text).AddTo(understanding);

        Assert.Equal((start, start + 3), (understanding.Skills[0].StartCodePoint, understanding.Skills[0].EndCodePoint));
        Assert.Equal((start, start + 3), (understanding.Jobs[0].StartCodePoint, understanding.Jobs[0].EndCodePoint));
        Assert.Equal((start, start + 3), (understanding.Unread[0].StartCodePoint, understanding.Unread[0].EndCodePoint));
        Assert.False(understanding.Skills[1].HasStartCodePoint);
    }
}
