using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Registration;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Registration;

public sealed class RegistrationStartTests
{
    [Theory]
    [InlineData("")]
    [InlineData("e_123456789")]
    [InlineData("i_0123456789abcdefABCDEF_-")]
    public void The_link_and_the_moment_of_consent_travel_in_a_button(string link)
    {
        var written = new RegistrationStart(Some.Today, link).ToString();

        Assert.Equal(new RegistrationStart(Some.Today, link), RegistrationStart.Read(written, Some.Today.AddHours(1)));
        Assert.NotNull(Button.Flow("Начать", "register", written));
    }

    [Theory]
    [InlineData("e_1:2")]
    [InlineData("привет")]
    [InlineData("<b>")]
    [InlineData("0123456789012345678901234567890123456789012")]
    public void What_no_button_could_carry_is_dropped(string link) => Assert.Equal("", RegistrationStart.Kept(link));

    [Theory]
    [InlineData("")]
    [InlineData("e_1")]
    [InlineData(".e_1")]
    [InlineData("x.e_1")]
    [InlineData("99999999999.e_1")]
    [InlineData("1000000000.e_1")]
    public void Without_a_consent_there_is_no_registration(string forged) => Assert.Null(RegistrationStart.Read(forged, Some.Today));

    [Fact]
    public void The_longest_link_still_fits_where_a_form_is_begun_afresh()
    {
        var link = RegistrationStart.Kept(new string('x', 42));
        Assert.Equal(42, link.Length);
        Assert.True($"a:register:{new RegistrationStart(Some.Today, link)}".Length <= Button.DataLimit);
        Assert.NotNull(WelcomeCard.Ask(link));
    }
}
