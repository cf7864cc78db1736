using CareerRecs.Matching.Understanding.Extraction.Jobs;
using CareerRecs.Matching.Understanding.Extraction.Lines;
using CareerRecs.Vocabulary;

namespace CareerRecs.Matching.Understanding.Extraction.Skills;

/// <summary>
/// Tells names of employers and places in the head of a job from skills: "Tarrant Rail" on the line of a title is no Ruby on
/// Rails. Words that fill a part of the line are a skill all the same: "Data Engineer | Python, SQL | 2021".
/// </summary>
internal sealed class EmployerNames(string text, IReadOnlyList<Token> tokens, IReadOnlyList<ReadJob> jobs)
{
    /// <summary>Whether the mention is part of such a name.</summary>
    public bool Contains(SkillMention mention)
    {
        var start = tokens[mention.FirstToken].Start;
        foreach (var job in jobs)
        {
            if (start >= job.LinesStart && start < job.HeadEnd)
            {
                return (start < job.Start || start >= job.End)
                    && !LineParts.IsWhole(text, tokens, mention.FirstToken, mention.TokenCount);
            }
        }

        return false;
    }
}
