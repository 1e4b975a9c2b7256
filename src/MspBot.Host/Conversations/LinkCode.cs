using System.Buffers.Text;
using System.Security.Cryptography;

namespace MspBot.Host.Conversations;

/// <summary>
/// The secret in a deep link that lets somebody in: 128 random bits, in letters that a start argument may have. It cannot be guessed.
/// </summary>
internal static class LinkCode
{
    private const int Bytes = 16;

    internal static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
