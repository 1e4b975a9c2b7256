using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace MspBot.Tests.Support;

/// <summary>The same password, stored after one round of hashing instead of 4,096: each story makes about ten connections.</summary>
internal static class CheapPassword
{
    internal static string Of(string connectionString)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(login.Password!, salt, iterations: 1, HashAlgorithmName.SHA256, outputLength: 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, Encoding.ASCII.GetBytes("Client Key")));
        var server = HMACSHA256.HashData(salted, Encoding.ASCII.GetBytes("Server Key"));
        return $"alter role {login.Username} password 'SCRAM-SHA-256$1:{Base64(salt)}${Base64(stored)}:{Base64(server)}'";
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);
}
