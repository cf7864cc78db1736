using System.Numerics.Tensors;
using CareerRecs.Catalog.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Engine.Ranking;
using CareerRecs.Types.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.ProfileMatching.Understanding;

/// <summary>
/// Doubts a skill that was read from a word by another name, where everything else the person said is of other work: "fencing"
/// beside "milking" is no sword fighting. A title of the skill is never doubted, nor the name of a tool.
/// </summary>
internal sealed class SkillSenses
{
    /// <summary>
    /// Cosine of the best role that asks for the skill with everything else said, as a share of that of the best of all roles,
    /// below which the skill is doubted.
    /// </summary>
    private const float LeastShareOfNearest = 0.5f;

    /// <summary>Cosine with the skill's title below which a variant is doubted whatever else was said.</summary>
    private const float LeastTitleCosine = 0.7f;

    private readonly MatchIndex _index;
    private readonly Lazy<float[]> _all;

    /// <param name="index">The catalog version.</param>
    /// <param name="profile">The person; skills and titles of jobs give each other their sense.</param>
    public SkillSenses(MatchIndex index, Profile profile)
    {
        _index = index;
        _all = new(() => Sum(index, profile));
    }

    /// <summary>Whether the words probably mean something else than the skill they were read as.</summary>
    public bool Doubts(SkillResolution reading)
    {
        var skill = _index.SkillIds[reading.Skill];
        if (reading.Kind == MatchKind.Title || _index.IsTool[skill])
        {
            return false;
        }

        var words = _index.Meaning.Encode(reading.Text);
        if (
            reading.Kind == MatchKind.Variant
            && _index.Meaning.Cosine(skill, ByteVectors.ToQuery(words)) is var toTitle
            && toTitle < LeastTitleCosine
        )
        {
            return true;
        }

        var others = new float[words.Length];
        TensorPrimitives.Subtract(_all.Value, words, others);
        return TensorPrimitives.Norm<float>(others) > float.Epsilon && IsFarFrom(others, skill);
    }

    private static float[] Sum(MatchIndex index, Profile profile)
    {
        var sum = index.Meaning.Encode("");
        foreach (var words in profile.Skills.Select(s => s.Text).Concat(profile.Jobs.Select(j => j.Title)))
        {
            TensorPrimitives.Add(sum, index.Meaning.Encode(words), sum);
        }

        return sum;
    }

    private bool IsFarFrom(float[] others, SkillId skill)
    {
        var cosines = _index.Meaning.Roles.Cosines(ByteVectors.ToQuery(others));
        var asking = 0f;
        foreach (var posting in _index.Postings(skill))
        {
            asking = Math.Max(asking, cosines[posting.Role.Index]);
        }

        return asking < LeastShareOfNearest * TensorPrimitives.Max<float>(cosines);
    }
}
