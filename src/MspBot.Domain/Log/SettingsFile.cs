namespace MspBot.Domain.Log;

/// <summary>The files of settings that the site writes by hand: the value of «settings» in a line's detail.</summary>
public enum SettingsFile
{
    Site,
    Days,
    Indicators,
}
