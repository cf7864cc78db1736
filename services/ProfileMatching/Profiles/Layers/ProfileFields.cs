using System.Collections;
using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Errors;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ProfileMatching.Profiles.Layers;

/// <summary>
/// The top-level fields of a profile: which a caller may set, which a mask names, and what differs between two profiles.
/// </summary>
internal static class ProfileFields
{
    private static readonly HashSet<string> SetByServer =
    [
        "name",
        "terms",
        "etag",
        "revision",
        "create_time",
        "update_time",
        "expire_time",
        "origins",
    ];

    private static readonly FieldDescriptor[] Stamps =
    [
        .. Profile
            .Descriptor.Fields.InDeclarationOrder()
            .Where(f => f.Name is "etag" or "revision" or "update_time" or "expire_time"),
    ];

    private static readonly Profile Empty = new();

    /// <summary>The fields that a caller may set.</summary>
    public static IReadOnlyList<FieldDescriptor> Settable { get; } =
    [.. Profile.Descriptor.Fields.InDeclarationOrder().Where(f => !SetByServer.Contains(f.Name))];

    /// <summary>
    /// The fields that a mask names, all that may be set for <c>*</c>. Without a mask those that the profile has a value for
    /// (AIP-134).
    /// </summary>
    public static IReadOnlyCollection<FieldDescriptor> InMask(FieldMask? mask, Profile profile)
    {
        if (mask is null || mask.Paths.Count == 0)
        {
            return [.. Settable.Where(f => Differs(f, profile, Empty))];
        }
        return mask.Paths is ["*"] ? Settable : [.. mask.Paths.Distinct().Select(Named)];
    }

    /// <summary>Sets revision, etag and times as they are in another profile; null: none.</summary>
    public static void CopyStamps(Profile? from, Profile to) => Copy(Stamps, from ?? Empty, to);

    /// <summary>
    /// Puts the fields of one profile in place of those of another. The messages below them are shared from then on.
    /// </summary>
    public static void Copy(IEnumerable<FieldDescriptor> fields, Profile from, Profile to)
    {
        foreach (var field in fields)
        {
            field.Accessor.Clear(to);
            if (field.IsRepeated)
            {
                var target = (IList)field.Accessor.GetValue(to);
                foreach (var item in (IList)field.Accessor.GetValue(from))
                {
                    target.Add(item);
                }
            }
            else if (!field.HasPresence || field.Accessor.HasValue(from))
            {
                field.Accessor.SetValue(to, field.Accessor.GetValue(from));
            }
        }
    }

    /// <summary>A profile with nothing in it that only the server sets.</summary>
    public static Profile SettableOnly(Profile profile)
    {
        var copy = profile.Clone();
        foreach (var name in SetByServer)
        {
            Profile.Descriptor.FindFieldByName(name).Accessor.Clear(copy);
        }
        return copy;
    }

    /// <summary>Names of the fields in which two profiles differ, of those that callers set.</summary>
    public static IReadOnlyList<string> Differing(Profile one, Profile other) =>
        [.. Settable.Where(f => Differs(f, one, other)).Select(f => f.Name)];

    private static bool Differs(FieldDescriptor field, Profile one, Profile other) =>
        (field.HasPresence && field.Accessor.HasValue(one) != field.Accessor.HasValue(other))
        || !Equals(field.Accessor.GetValue(one), field.Accessor.GetValue(other));

    private static FieldDescriptor Named(string path)
    {
        if (SetByServer.Contains(path))
        {
            throw Errors.InvalidArgument("update_mask", $"'{path}' is set by the server and cannot be changed; leave it out");
        }
        return Settable.FirstOrDefault(f => f.Name == path)
            ?? throw Errors.InvalidArgument(
                "update_mask",
                $"'{path}' is no top-level field of a profile; allowed are {string.Join(", ", Settable.Select(f => f.Name))}"
            );
    }
}
