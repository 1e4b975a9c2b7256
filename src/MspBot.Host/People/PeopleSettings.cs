namespace MspBot.Host.People;

/// <summary>What People needs to know of this deployment.</summary>
/// <param name="Head">The chat of the first head (<c>Msp__HeadTelegramId</c>).</param>
/// <param name="DataFolder">Where <c>schools.csv</c> and <c>site.json</c> live (<c>Data__Folder</c>).</param>
internal sealed record PeopleSettings(ChatId? Head, string DataFolder);
