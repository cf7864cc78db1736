using System.Text.Json;
using System.Text.Json.Serialization;
using CareerRecs.Matching.V1;

namespace CareerRecs.ProfileMatching.Engine.Fit;

/// <summary>Numbers that a fit is made with. <c>Engine/Ranking/MODEL_CARD.md</c> states how each was chosen.</summary>
public sealed record FitParameters
{
    /// <summary>Version of the parameter file.</summary>
    public required string Version { get; init; }

    /// <summary>Weight of a phrase that names no skill.</summary>
    public required double PhraseWeight { get; init; }

    /// <summary>Weight of a title held, of the latest job; earlier ones weigh less.</summary>
    public required double TitleWeight { get; init; }

    /// <summary>Weight of the words of a whole text, compared with the text of the role.</summary>
    public required double TextWeight { get; init; }

    /// <summary>Weight of the words of a whole text, compared with the texts of the role's lines of work.</summary>
    public required double FamilyWeight { get; init; }

    /// <summary>Different terms that make a whole text; fewer weigh in proportion.</summary>
    public required double WholeText { get; init; }

    /// <summary>Cosine at which a text votes halfway.</summary>
    public required double TextHalf { get; init; }

    /// <summary>Share of a text's vote that any two texts reach, and that therefore counts as none.</summary>
    public required double TextFloor { get; init; }

    /// <summary>Extracted skills, or phrases of a document, that weigh as much as stated ones; more share that weight.</summary>
    public required double WholeExtract { get; init; }

    /// <summary>
    /// Share of a phrase's vote that is its nearness to the role as a whole; the rest is nearness to one text of the role.
    /// </summary>
    public required double WholeRoleShare { get; init; }

    /// <summary>Share of a phrase's meaning that is taken from all that the person said.</summary>
    public required double ContextShare { get; init; }

    /// <summary>Weight of the words that a phrase has in common with the texts of the role, beside its meaning.</summary>
    public required double WordShare { get; init; }

    /// <summary>Roles, best first by all phrases together, whose single texts are compared with each phrase.</summary>
    public required int RolesReadClosely { get; init; }

    /// <summary>Vote of a skill that the role asks for, apart from its meaning.</summary>
    public required double AskedVote { get; init; }

    /// <summary>Share of a skill's vote that is its nearness in meaning to the role.</summary>
    public required double MeaningShare { get; init; }

    /// <summary>Vote of a skill that stands in fully for one that the role asks for.</summary>
    public required double RelatedVote { get; init; }

    /// <summary>Vote per unit of cosine with a role that asks neither for the skill nor for one it stands in for.</summary>
    public required double UnaskedVote { get; init; }

    /// <summary>Roles, nearest in meaning to a skill, for which it votes though they do not ask for it.</summary>
    public required int RolesNearSkill { get; init; }

    /// <summary>Cover that a related skill gives per unit of similarity.</summary>
    public required double RelatedDiscount { get; init; }

    /// <summary>Similarity of a skill to the wider one it belongs to.</summary>
    public required double BroaderSimilarity { get; init; }

    /// <summary>Weight of an essential skill over an optional one of equal importance.</summary>
    public required double EssentialFactor { get; init; }

    /// <summary>Share of the roles below which a skill counts as no rarer.</summary>
    public required double RarestShare { get; init; }

    /// <summary>Weight of a rating whose source warns not to rely on it.</summary>
    public required double LowConfidenceShare { get; init; }

    /// <summary>Difference in proficiency, 0-7, from which a stated level no longer agrees with the required one.</summary>
    public required double AgreementReach { get; init; }

    /// <summary>Weight of a skill whose level is stated over one whose level is not, among those that most roles rate.</summary>
    public required double StatedLevelFactor { get; init; }

    /// <summary>Share of each demand that somebody who held just this role is presumed to meet.</summary>
    public required double Presumed { get; init; }

    /// <summary>Share of a title's vote that it has however little the rest agrees.</summary>
    public required double TitleAlone { get; init; }

    /// <summary>Mean vote of the rest at which a title votes in full.</summary>
    public required double TitleAgrees { get; init; }

    /// <summary>Match of a title near in meaning to one of the role, at most; in the same words it is 1.</summary>
    public required double NearTitle { get; init; }

    /// <summary>Cosine of titles from which they are near.</summary>
    public required double NearTitleFrom { get; init; }

    /// <summary>Vote of a skill that the people of a line of work report far more often than others, though its roles do not ask
    /// for it.</summary>
    public required double PracticeVote { get; init; }

    /// <summary>Weight of a skill in a line of work (hundredths of log odds) at which it has three quarters of that
    /// vote.</summary>
    public required double PracticeScale { get; init; }

    /// <summary>Skills from which votes by practice count in full; fewer count in proportion.</summary>
    public required double WholePracticeList { get; init; }

    /// <summary>Share of a full fit that the person's votes alone can reach, where nothing the role asks for is shown.</summary>
    public required double PersonShare { get; init; }

    /// <summary>
    /// Weight of what a person leaves unsaid. The less weight their statements have together, the less a match of all of them is
    /// worth: two office programs that every second role uses are no strong fit with any.
    /// </summary>
    public required double UnsaidWeight { get; init; }

    /// <summary>Weight of the right seniority.</summary>
    public required double ExperienceWeight { get; init; }

    /// <summary>Weight of another level against a role, in the votes.</summary>
    public required double LevelWeight { get; init; }

    /// <summary>Closeness (0-1) of levels that are one step apart; of equal ones it is 1, of others 0.</summary>
    public required double OneStepApart { get; init; }

    /// <summary>
    /// Pieces of evidence below which there is no answer: a skill or phrase counts one, a title two, a text three.
    /// </summary>
    public required int LeastEvidence { get; init; }

    /// <summary>Vote from which something that was said counts as matched.</summary>
    public required double MatchedVote { get; init; }

    /// <summary>Best vote below which a role is not shown.</summary>
    public required double LeastVote { get; init; }

    /// <summary>
    /// Share of the best fit below which a list ends; also that from which a title that only resembles a role tells the present
    /// work.
    /// </summary>
    public required double CutShare { get; init; }

    /// <summary>Share of the essentials, or of what was said, that a strong fit has matched.</summary>
    public required double StrongShare { get; init; }

    /// <summary>Share of the essentials, or of what was said, that a good fit has matched.</summary>
    public required double GoodShare { get; init; }

    /// <summary>Points from which a fit is strong.</summary>
    public required double Strong { get; init; }

    /// <summary>Points from which a fit is good.</summary>
    public required double Good { get; init; }

    /// <summary>Points from which a fit is possible.</summary>
    public required double Possible { get; init; }

    /// <summary>Thousandths of a point from which a fit is good.</summary>
    [JsonIgnore]
    public int GoodFrom => (int)(Good * 1000);

    /// <summary>The parameters that ship.</summary>
    public static FitParameters Shipped { get; } =
        JsonSerializer.Deserialize(ParameterFiles.Bytes("parameters.json"), FitParametersJson.Default.FitParameters)!;

    /// <summary>Word for a fit by its points alone.</summary>
    public FitBand Band(int milliPoints) =>
        milliPoints switch
        {
            _ when milliPoints >= Strong * 1000 => FitBand.Strong,
            _ when milliPoints >= Good * 1000 => FitBand.Good,
            _ when milliPoints >= Possible * 1000 => FitBand.Possible,
            _ => FitBand.Stretch,
        };
}

[JsonSerializable(typeof(FitParameters))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FitParametersJson : JsonSerializerContext;
