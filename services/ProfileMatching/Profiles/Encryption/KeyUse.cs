using CareerRecs.ProfileMatching.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>How many profiles are encrypted by which key.</summary>
/// <param name="Primary">The primary key; null if the host has no keys.</param>
/// <param name="Profiles">Profiles by key; <see cref="NotEncrypted"/> for those that are stored as they are.</param>
public sealed record KeyUse(string? Primary, IReadOnlyDictionary<string, long> Profiles)
{
    /// <summary>Stands for profiles that are not encrypted.</summary>
    public const string NotEncrypted = "";

    /// <summary>Profiles that are not encrypted by the primary key.</summary>
    public long Left => Profiles.Where(pair => pair.Key != (Primary ?? NotEncrypted)).Sum(pair => pair.Value);

    /// <summary>Counts the profiles of all tenants.</summary>
    public static async Task<KeyUse> CountAsync(MatchingDb db, string? primary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var counts = await db
            .Profiles.GroupBy(p => p.KeyId)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        return new KeyUse(primary, counts.ToDictionary(c => c.Key ?? NotEncrypted, c => c.Count));
    }
}
