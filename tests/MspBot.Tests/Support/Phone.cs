using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using Xunit;

namespace MspBot.Tests.Support;

/// <summary>What a message must be to be read on a phone.</summary>
internal static class Phone
{
    /// <summary>
    /// Schools differ at both ends; of anything else the beginning must do, or it could say the opposite («не с…остоялась»).
    /// </summary>
    private const string LostItsMiddle = @"^(?!(✓ )?(М\w*ОУ|Школа|Написать директору)).*\S…[^»\s]";

    private const int Text = 600;

    /// <summary>A digest is a document: one screen of a phone.</summary>
    private const int Digest = 900;

    /// <summary>No label that a client cuts, no text that has to be scrolled; a file may be explained at length.</summary>
    internal static void Holds(ChatMessage message)
    {
        var most = message.Text.StartsWith("📊", StringComparison.Ordinal) ? Digest : Text;
        Assert.True(message.File is not null
            || message.Text.Length <= most, $"{message.Text.Length} signs, {most} are a screen:\n{message.Text}");
        foreach (var row in message.Buttons)
        {
            Assert.All(row, button => Assert.InRange(button.Label.Length, 1, ButtonRows.Width(row.Count)));
            Assert.All(row, button => Assert.DoesNotMatch(LostItsMiddle, button.Label));
        }
    }
}
