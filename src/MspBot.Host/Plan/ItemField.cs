namespace MspBot.Host.Plan;

/// <summary>What of an item can be otherwise; stored in buttons.</summary>
internal enum ItemField
{
    Form,
    Title,
    Term,
    Responsible,
    Result,
    Audience,
}
