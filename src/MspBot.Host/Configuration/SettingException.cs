namespace MspBot.Host.Configuration;

/// <summary>A setting that the program cannot start with: one line for the person who deploys it.</summary>
internal sealed class SettingException(string message) : Exception(message);
