namespace CareerRecs.ProfileMatching.Profiles.Encryption;

/// <summary>How stored profiles are kept. Section <c>Profiles</c>.</summary>
public sealed class EncryptionOptions
{
    /// <summary>
    /// File of keys by which stored profiles are encrypted, as <c>careerrecs profile-keys</c> makes it; read again within a
    /// second of a change. Empty: profiles are stored as they are.
    /// </summary>
    public string EncryptionKeysFile { get; set; } = "";
}
