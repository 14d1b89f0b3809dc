throw new Error('The press is out of ink.');
