using System.Security.Cryptography;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using FsCheck;
using FsCheck.Xunit;

namespace CareerRecs.ProfileMatching.Tests.Profiles.Encryption;

public sealed class SealedBytesProperties
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Property]
    public void What_was_sealed_opens_to_the_same_bytes(byte[] plain, NonNull<string> owner, NonNull<string> id)
    {
        var identity = SealedBytes.Identify(owner.Get, id.Get);

        Assert.Equal(plain, SealedBytes.TryOpen(Key, SealedBytes.Seal(Key, plain, identity), identity));
    }

    [Property]
    public void A_changed_byte_does_not_open(byte[] plain, int place, byte change)
    {
        var closed = SealedBytes.Seal(Key, plain, "row"u8);
        closed[(int)((uint)place % closed.Length)] ^= (byte)(change | 1);

        Assert.Null(SealedBytes.TryOpen(Key, closed, "row"u8));
    }

    [Property]
    public void A_cut_or_longer_text_does_not_open(byte[] plain, int length)
    {
        var closed = SealedBytes.Seal(Key, plain, "row"u8);

        Assert.Null(SealedBytes.TryOpen(Key, closed.AsSpan(0, (int)((uint)length % closed.Length)), "row"u8));
        Assert.Null(SealedBytes.TryOpen(Key, [.. closed, 0], "row"u8));
    }

    [Property]
    public void Another_key_or_row_does_not_open(byte[] plain, NonNull<string> row, NonNull<string> other)
    {
        var closed = SealedBytes.Seal(Key, plain, SealedBytes.Identify(row.Get));

        Assert.Null(SealedBytes.TryOpen(RandomNumberGenerator.GetBytes(32), closed, SealedBytes.Identify(row.Get)));
        Assert.Equal(row.Get == other.Get, SealedBytes.TryOpen(Key, closed, SealedBytes.Identify(other.Get)) is not null);
    }

    [Property]
    public void The_same_bytes_are_never_sealed_alike(byte[] plain) =>
        Assert.NotEqual(SealedBytes.Seal(Key, plain, default), SealedBytes.Seal(Key, plain, default));

    [Fact]
    public void Parts_that_are_cut_elsewhere_are_another_identity()
    {
        Assert.NotEqual(SealedBytes.Identify("ab", "c"), SealedBytes.Identify("a", "bc"));
        Assert.NotEqual(SealedBytes.Identify("a", ""), SealedBytes.Identify("a"));
    }
}
