using System.Collections.Frozen;

namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>Keys by which the data keys of profiles are wrapped, and the key by which external ids are hashed.</summary>
internal sealed class KeyRing
{
    /// <summary>What the operator does about a file that cannot be used.</summary>
    public const string Advice = "`careerrecs profile-keys create --file` makes it.";

    private readonly FrozenDictionary<string, byte[]> _keys;

    private KeyRing(KeyRingFile file)
    {
        _keys = file.Keys.ToFrozenDictionary(key => key.Id, key => KeyRingFile.DecodeKey(key.Key)!, StringComparer.Ordinal);
        (Primary, LookupKey) = (file.Primary, KeyRingFile.DecodeKey(file.LookupKey)!);
    }

    /// <summary>Identifier of the key by which new data keys are wrapped.</summary>
    public string Primary { get; }

    /// <summary>Identifiers of the keys whose rows are to be brought to the primary one.</summary>
    public IEnumerable<string> Others => _keys.Keys.Where(id => id != Primary);

    /// <summary>Key by which external ids are hashed.</summary>
    public byte[] LookupKey { get; }

    /// <summary>Parses the file of keys. FormatException says what is wrong with it, without a key.</summary>
    public static KeyRing Parse(IReadOnlyList<string> files) => new(KeyRingFile.Parse(files[0]));

    /// <summary>Returns the bytes of a key; null if the ring does not have it.</summary>
    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);
}
