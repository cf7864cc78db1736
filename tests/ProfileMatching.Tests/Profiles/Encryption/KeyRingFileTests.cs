using CareerRecs.ProfileMatching.Profiles.Encryption;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Encryption;

public sealed class KeyRingFileTests : IDisposable
{
    private const string Secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ=";

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-ring-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_as_written_and_by_its_owner_alone()
    {
        var path = Path.Combine(_folder, "keys", "profile-keys.json");
        var made = KeyRingFile.Create("2026-11").WithPrimary("2026-12");

        made.Write(path);

        var read = KeyRingFile.Parse(File.ReadAllText(path));
        Assert.Equal(("2026-12", made.LookupKey), (read.Primary, read.LookupKey));
        Assert.Equal(made.Keys, read.Keys);
        Assert.Equal(["profile-keys.json"], Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_new_primary_key_leaves_the_others_and_the_lookup_key()
    {
        var first = KeyRingFile.Create("a");
        var second = first.WithPrimary("b");

        Assert.Equal(first.LookupKey, second.LookupKey);
        Assert.Equal(first.Keys[0], second.Keys[0]);
        Assert.NotEqual(second.Keys[0].Key, second.Keys[1].Key);
        Assert.Throws<FormatException>(() => second.WithPrimary("a"));
        Assert.Throws<FormatException>(() => KeyRingFile.Create("A B"));
    }

    [Theory]
    [InlineData("not json", "no JSON")]
    [InlineData("null", "null")]
    [InlineData("{}", "no list 'keys'")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[]}""", "no list 'keys'")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[null]}""", "no list 'keys'")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[{"id":"a","key":"$$"}]}""", "key 'a' is not 32 bytes")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[{"id":"a"}]}""", "key 'a' is not 32 bytes")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[{"id":"A b","key":"$"}]}""", "no id of a key")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[{"id":"a","key":"$"},{"id":"a","key":"$"}]}""", "two keys")]
    [InlineData("""{"primary":"b","lookupKey":"$","keys":[{"id":"a","key":"$"}]}""", "'primary' names 'b'")]
    [InlineData("""{"primary":"a","keys":[{"id":"a","key":"$"}]}""", "'lookupKey' is not")]
    [InlineData("""{"primary":"a","lookupKey":"$","keys":[{"id":"a","key":"$"} "$"]}""", "no JSON")]
    public void A_file_that_cannot_be_used_is_refused_without_its_keys(string text, string reason)
    {
        var refused = Assert.Throws<FormatException>(() =>
            KeyRingFile.Parse(text.Replace("$", Secret, StringComparison.Ordinal))
        );

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret[..8], refused.ToString(), StringComparison.Ordinal);
    }
}
