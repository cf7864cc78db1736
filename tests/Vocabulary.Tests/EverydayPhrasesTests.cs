using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Vocabulary.Tests;

public sealed class EverydayPhrasesTests
{
    private const string Esco = "http://data.europa.eu/esco/occupation/000e93a3-d956-4e45-aacb-f12c83fedf84";

    [Theory]
    [InlineData(CodeSystem.Onet, "11-1011.00", "chairing board meetings")]
    [InlineData(CodeSystem.Esco, Esco, "wire drawing")]
    public void A_role_has_the_phrases_of_its_code(CodeSystem system, string code, string phrase)
    {
        var phrases = EverydayPhrases.ForRole(Role(new Code { System = system, Value = code })).ToList();

        Assert.Contains(phrase, phrases);
        Assert.All(phrases, p => Assert.Equal(p.Trim(), p));
        Assert.DoesNotContain("", phrases);
    }

    [Fact]
    public void Phrases_of_several_codes_are_joined()
    {
        var phrases = EverydayPhrases.ForRole(
            Role(
                new Code { System = CodeSystem.Onet, Value = "11-1011.00" },
                new Code
                {
                    System = CodeSystem.Esco,
                    Value = Esco,
                    Match = CodeMatch.Exact,
                }
            )
        );

        Assert.Superset(new HashSet<string> { "town halls", "drawing soap" }, phrases.ToHashSet());
    }

    [Fact]
    public void Unknown_codes_codes_of_other_systems_and_wider_codes_bring_none()
    {
        Assert.Empty(EverydayPhrases.ForRole(new Role()));
        Assert.Empty(EverydayPhrases.ForRole(Role(new Code { System = CodeSystem.Onet, Value = "99-9999.00" })));
        Assert.Empty(EverydayPhrases.ForRole(Role(new Code { System = CodeSystem.Soc, Value = "11-1011.00" })));
        Assert.Empty(
            EverydayPhrases.ForRole(
                Role(
                    new Code
                    {
                        System = CodeSystem.Onet,
                        Value = "11-1011.00",
                        Match = CodeMatch.Broad,
                    }
                )
            )
        );
    }

    private static Role Role(params Code[] codes) => new() { Codes = { codes } };
}
