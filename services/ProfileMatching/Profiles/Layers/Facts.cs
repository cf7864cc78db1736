using System.Collections;
using System.Globalization;
using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf.Reflection;

namespace CareerRecs.ProfileMatching.Profiles.Layers;

/// <summary>
/// The fields of a profile that sources state, and what makes two items of a list the same fact. A fact's key is the name of its
/// field; of an item, the name of the list and the item's own words in lower case: <c>skills/python</c>.
/// </summary>
internal static class Facts
{
    private static readonly HashSet<string> OfTheProfile = ["external_id", "consent_purpose", "purposes", "retention"];

    /// <summary>The fields that belong to the profile, whoever sets them.</summary>
    public static IReadOnlyList<FieldDescriptor> Own { get; } =
    [.. ProfileFields.Settable.Where(f => OfTheProfile.Contains(f.Name))];

    /// <summary>The fields with one value.</summary>
    public static IReadOnlyList<FieldDescriptor> Values { get; } =
    [.. ProfileFields.Settable.Where(f => !f.IsRepeated && !OfTheProfile.Contains(f.Name))];

    /// <summary>The fields with items: what callers list, and the terms of a document.</summary>
    public static IReadOnlyList<FieldDescriptor> Lists { get; } =
    [
        .. ProfileFields.Settable.Where(f => f.IsRepeated && !OfTheProfile.Contains(f.Name)),
        Profile.Descriptor.FindFieldByNumber(Profile.TermsFieldNumber),
    ];

    /// <summary>Whether a field with one value has it.</summary>
    public static bool IsStated(FieldDescriptor field, Profile facts) =>
        field.HasPresence
            ? field.Accessor.HasValue(facts)
            : Convert.ToInt32(field.Accessor.GetValue(facts), CultureInfo.InvariantCulture) != 0;

    /// <summary>The items of a list.</summary>
    public static IList GetItems(FieldDescriptor list, Profile facts) => (IList)list.Accessor.GetValue(facts);

    /// <summary>How many items the contract allows in a list.</summary>
    public static int GetMaxItems(FieldDescriptor list) => list.GetOptions().GetExtension(LimitsExtensions.Limits).MaxItems;

    /// <summary>The key of an item of a list.</summary>
    public static string DeriveKey(FieldDescriptor list, object item)
    {
        var words = item switch
        {
            ProfileSkill skill => skill.Text,
            HeldJob job => string.Create(CultureInfo.InvariantCulture, $"{job.Title}/{job.Start?.Year}-{job.Start?.Month}"),
            HeldEducation education => $"{education.Level}/{education.Field}",
            TermCount term => term.Term,
            _ => (string)item,
        };
        return $"{list.Name}/{words.Trim().ToLowerInvariant()}";
    }
}
